"""One module a command of the command line. `bot.py` lists them."""
