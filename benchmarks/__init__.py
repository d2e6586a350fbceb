"""What is measured: each file is one command, run by hand; figures in docs name the command that prints them."""
