"""The number in an address: one that no row can have leads nowhere, as any other unknown address does."""

from starlette.convertors import Convertor, register_url_convertor

from faro.assistant import numbers


class Numbered(Convertor[int]):
    """`{name:number}` in a route."""

    regex = numbers.DIGITS

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("number", Numbered())

CASE = "/staff/case/{number:number}"
"""The address of a case."""
