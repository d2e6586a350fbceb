"""Faro: a chat assistant for migrant adolescents and families, and the queue where people answer what a machine must not."""

__version__ = "0.1.0"
