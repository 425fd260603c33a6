"""The small language of conditions and outputs, read with Python's own parser and a whitelist."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.names import Names
from kenpo.rulebook.terms import (
    Compare,
    Extreme,
    Kind,
    Logic,
    Not,
    Shift,
    Sum,
    Term,
    Whole,
    is_open,
    kind_of,
)
from kenpo.rulebook.text import same

_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_SHIFTS = {"応当日", "月末"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads expressions; ``names`` are the words they may use."""

    names: Names

    def read(self, text: str, kind: Kind, place: Place) -> Term:
        """Return the term of an expression that must be of the given kind.

        Raises RuleBookError for anything outside the language, quoting the expression.
        """
        words = same(text)
        try:
            tree = ast.parse(words, mode="eval")
        except SyntaxError as error:
            raise RuleBookError(
                place, f"式「{words}」が読めません。", "式を直してください。"
            ) from error
        term = _Walk(self.names, words, place).term(tree.body)
        if kind_of(term) is not kind:
            what = f"式「{words}」は{kind_of(term)}で、{kind}ではありません。"
            raise RuleBookError(place, what, "式を直してください。")
        return term


@dataclass(frozen=True, slots=True)
class _Walk:
    names: Names
    text: str
    place: Place

    def term(self, node: ast.expr) -> Term:
        match node:
            case ast.Name(id=name):
                return self._name(name)
            case ast.Constant(value=int(value)) if not isinstance(value, bool):
                return Whole(value, Kind.NUMBER)
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return Not(self._truth(inner))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
                return Whole(-value, Kind.NUMBER)
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _SIGNS:
                return self._compare(left, _SIGNS[type(op)], right)
            case ast.Compare(ops=[_, _, *_]):
                raise self._wrong("比較をつなげています。", "and で分けてください。")
            case _:
                return self._compound(node)

    def _compound(self, node: ast.expr) -> Term:
        match node:
            case ast.BoolOp(op=op, values=items):
                word = "and" if isinstance(op, ast.And) else "or"
                return Logic(word, tuple(self._truth(item) for item in items))
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._sum(self.term(left), "+", self.term(right))
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                return self._sum(self.term(left), "-", self.term(right))
            case ast.Call(func=ast.Name(id="min" | "max" as word), args=[_, _, *_], keywords=[]):
                return self._extreme(word, tuple(self.term(item) for item in node.args))
            case ast.Call(func=ast.Name(id=word), args=[day, by], keywords=[]) if word in _SHIFTS:
                return self._shift(word, self.term(day), self.term(by))
            case _:
                raise self._wrong(
                    "使えない書き方があります。", "比較・加減・and or not・min max だけ。"
                )

    def _name(self, name: str) -> Term:
        found = self.names.find(name)
        if found is None:
            raise self._wrong(f"「{name}」という列も値もありません。", "名を確かめてください。")
        return found

    def _truth(self, node: ast.expr) -> Term:
        return self._kind(self.term(node), Kind.TRUTH)

    def _kind(self, term: Term, kind: Kind) -> Term:
        if kind_of(term) is not kind:
            raise self._wrong(
                f"{kind}のところに{kind_of(term)}があります。", "式を直してください。"
            )
        return term

    def _compare(self, left: ast.expr, sign: str, right: ast.expr) -> Term:
        code = self._code(left, right) or self._code(right, left)
        if code is not None:
            return self._coded(sign, *code)
        first, second = self.term(left), self.term(right)
        kind = kind_of(first)
        if kind in {Kind.TRUTH, Kind.CODE}:
            raise self._wrong("真偽や列どうしの符号は比べられません。", "and or not か符号名で。")
        return Compare(sign, first, self._kind(second, kind))

    def _code(self, column: ast.expr, word: ast.expr) -> tuple[Term, int] | None:
        if not (isinstance(column, ast.Name) and isinstance(word, ast.Name)):
            return None
        term = self.names.find(column.id)
        index = None if term is None else self.names.code(term, word.id)
        return None if term is None or index is None else (term, index)

    def _coded(self, sign: str, column: Term, index: int) -> Term:
        if sign not in {"==", "!="}:
            raise self._wrong("符号に大小はありません。", "== か != で比べてください。")
        return Compare(sign, column, Whole(index, Kind.CODE))

    def _sum(self, left: Term, sign: str, right: Term) -> Term:
        kinds = (kind_of(left), kind_of(right))
        if kinds == (Kind.DAY, Kind.DAY) and sign == "-":
            if is_open(left) or is_open(right):
                raise self._wrong("なしがありうる日の差です。", "なしのない列を使ってください。")
            return Sum(sign, left, right, Kind.NUMBER, open=False)
        if kinds not in {(Kind.DAY, Kind.NUMBER), (Kind.NUMBER, Kind.NUMBER)}:
            raise self._wrong(
                f"{kinds[0]} {sign} {kinds[1]} は計算できません。", "式を直してください。"
            )
        return Sum(sign, left, right, kinds[0], open=is_open(left))

    def _extreme(self, word: str, items: tuple[Term, ...]) -> Term:
        kind = kind_of(items[0])
        if kind not in {Kind.DAY, Kind.NUMBER}:
            raise self._wrong(f"{word} に{kind}は入りません。", "日か数を入れてください。")
        return Extreme(word, tuple(self._kind(item, kind) for item in items), kind)

    def _shift(self, word: str, day: Term, by: Term) -> Term:
        self._kind(day, Kind.DAY)
        self._kind(by, Kind.NUMBER)
        return Shift(word, day, by, open=is_open(day))

    def _wrong(self, what: str, todo: str) -> RuleBookError:
        return RuleBookError(self.place, f"式「{self.text}」: {what}", todo)
