"""HTML tokens → blocks of text with what they lie in: headings, items, quotes, captions, table cells, site furniture."""

from __future__ import annotations

from factcheck.patterns import Lazy
from factcheck.sources.html_tokens import Token

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span
    strike strong sub sup time tt u var wbr""".split()  # noqa: SIM905
)
_SILENT = frozenset(  # words inside are never the article's own
    """aside button canvas datalist dialog embed fieldset footer form head iframe legend map math menu nav noscript
    object optgroup option select svg template""".split()  # noqa: SIM905
)
_UNSAID = frozenset(["code", "del", "pre", "s", "samp", "strike"])  # struck out, or not prose
_KINDS = {
    "li": "item",
    "dd": "item",
    "dt": "item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "td": "cell",
    "th": "cell",
}
_NEVER_SITE = frozenset(["html", "body", "main", "article", "h1"])
_SITE_NAMES = Lazy(
    r"(?:^|[\s_-])(?:ads?|adslot|advert\w{0,12}|sponsor\w{0,4}|promo\w{0,10}|newsletter\w{0,7}|subscri\w{0,8}|signup"
    r"|related\w{0,8}|recommend\w{0,8}|comments?|disqus|share|sharing|social\w{0,6}|cookies?|consent|breadcrumbs?"
    r"|pagination|sidebar|widgets?|footer|nav|navbar|navigation|menu|popup|modal|paywall|trending|most-?read|popular"
    r"|author-?bio|bio|biography|toolbar|taboola|outbrain|more-from|read-?more|read-?next)(?:$|[\s_-])",
)
# The lines under a headline that say what the article says.
_SUMMARY_NAMES = Lazy(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subtitle|strap-?line|key-?points|key-?takeaways|takeaways|highlights"
    r"|summary|tl-?dr)(?:$|[\s_-])"
)
_CAPTION_NAMES = Lazy(r"(?:^|[\s_-])(?:caption|caption-text|figcaption)(?:$|[\s_])")
_HIDDEN = Lazy(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_SILENT_REGION, _SUMMARY_REGION, _CAPTION_REGION = -1, -2, -3
_MAY_SUM_UP = frozenset(["p", "div", "section", "ul", "ol", "h2", "h3", "h4", "span"])
_MOST = 0.4  # a region named like furniture that holds more of the page's words than this is the article


class HtmlBlock:
    """Text nodes without a block boundary between them.

    ``kind``: paragraph, heading, item, quote, caption, summary or cell; ``pieces`` are spans of its text nodes, ``lines`` the
    number of pieces before each ``<br>``, ``unsaid`` are its inline tags, comments and silent words; ``linked`` counts its characters inside links; ``region`` is the number of
    the outermost region whose class or id names site furniture (0: none); ``cell`` is (table, row, column).
    """

    __slots__ = (
        "breaks",
        "cell",
        "container",
        "header",
        "kind",
        "level",
        "linked",
        "pieces",
        "region",
        "unsaid",
    )

    def __init__(
        self, kind: str, level: int, region: int, cell: tuple[int, int, int] | None, header: bool
    ) -> None:
        self.kind, self.level, self.region, self.cell, self.header = kind, level, region, cell, header
        self.pieces: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self.unsaid: list[tuple[int, int]] = []
        self.linked = 0
        self.container = False

    @property
    def span(self) -> tuple[int, int]:
        return self.pieces[0][0], self.pieces[-1][1]

    def size(self) -> int:
        """Characters of text."""
        return sum(end - start for start, end in self.pieces)


class _Table:
    __slots__ = ("column", "head", "nested", "number", "row")

    def __init__(self, number: int) -> None:
        self.number, self.row, self.column, self.head, self.nested = number, -1, -1, False, False


class BlockReader:
    """Walks the tokens of one page; ``read`` gives its blocks, ``spans_of_columns`` the colspan of wide cells."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[HtmlBlock] = []
        self.colspans: dict[tuple[int, int, int], int] = {}
        self.nested_tables: set[int] = set()
        self._open: list[
            tuple[str, int]
        ] = []  # name, number of the region it begins (0: none) or one of these:
        self._counts: dict[str, int] = {}
        self._silent = self._summary = self._caption = 0
        self._regions: list[int] = []
        self._last_region = 0
        self._tables: list[_Table] = []
        self._table_count = 0
        self._block: HtmlBlock | None = None
        self._broke = False

    def read(self, tokens: list[Token]) -> list[HtmlBlock]:
        for token in tokens:
            block = self._block
            if token.kind == "text":
                self._text(token)
            elif token.kind == "open":
                self._start(token)
            elif token.kind == "close":
                self._end(token.name)
            if block is not None and block is self._block and token.name != "br" and not self._spoke(token):
                block.unsaid.append((token.start, token.end))
        self._boundary()
        return self._without_furniture()

    def _spoke(self, token: Token) -> bool:
        """True for a text node that is shown, if only as a blank."""
        return token.kind == "text" and not self._silent

    def _text(self, token: Token) -> None:
        words = self.text[token.start : token.end]
        if self._silent or not words.strip().strip("\ufeff"):
            return
        start = token.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if self._block is None:
            self._block = self._new_block()
        self._block.pieces.append((start, end))
        self._broke = False
        if self._counts.get("a"):
            self._block.linked += end - start

    def _new_block(self) -> HtmlBlock:
        kind, level, header = "paragraph", 0, False
        for name, _ in reversed(self._open[-40:]):
            if len(name) == 2 and name[0] == "h" and name[1] in "123456":
                kind, level = "heading", int(name[1])
                break
            if name in _KINDS:
                kind, header = _KINDS[name], name == "th"
                if kind == "item" and self._counts.get("blockquote"):
                    kind = "quote"
                break
        if kind == "paragraph" and self._counts.get("blockquote"):
            kind = "quote"
        if self._caption and kind == "paragraph":
            kind = "caption"
        if self._summary and level != 1 and kind in ("paragraph", "item", "heading"):
            kind, level = "summary", 0
        cell = None
        if self._tables and self._tables[-1].column >= 0 and kind != "caption":
            table = self._tables[-1]
            cell = (table.number, table.row, table.column)
            header = header or table.head
        block = HtmlBlock(kind, level, self._regions[0] if self._regions else 0, cell, header)
        block.container = bool(self._counts.get("article") or self._counts.get("main"))
        return block

    def _boundary(self) -> None:
        if self._block is not None:
            self.blocks.append(self._block)
        self._block = None
        self._broke = False

    def _start(self, token: Token) -> None:
        name = token.name
        if name == "br":
            if self._broke:
                self._boundary()
            elif self._block is not None:
                self._block.breaks.append(len(self._block.pieces))
                self._broke = True
            return
        if name not in _INLINE:
            self._boundary()
            self._close_implied(name)
        if name in _VOID or self.text[token.end - 2 : token.end] == "/>":
            return
        region = 0
        if name in _SILENT or name in _UNSAID or self._is_hidden(token) or self._is_note(token):
            region = _SILENT_REGION
            self._silent += 1
        elif name in _MAY_SUM_UP and self._is_named(token, _SUMMARY_NAMES):
            region = _SUMMARY_REGION
            self._summary += 1
        elif name in _MAY_SUM_UP and self._is_named(token, _CAPTION_NAMES):
            region = _CAPTION_REGION
            self._caption += 1
        elif name not in _NEVER_SITE and self._is_named(token, _SITE_NAMES):
            self._last_region += 1
            region = self._last_region
            self._regions.append(region)
        self._open.append((name, region))
        self._counts[name] = self._counts.get(name, 0) + 1
        if name == "table":
            if self._tables:
                self.nested_tables.add(self._tables[-1].number)
            self._table_count += 1
            self._tables.append(_Table(self._table_count))
        elif self._tables:
            self._table_part(name, token)

    def _table_part(self, name: str, token: Token) -> None:
        table = self._tables[-1]
        if name == "tr":
            table.row, table.column = table.row + 1, -1
        elif name in ("thead", "tbody", "tfoot"):
            table.head = name == "thead"
        elif name in ("td", "th"):
            table.row = max(table.row, 0)
            last = (table.number, table.row, table.column)
            table.column += self.colspans.get(last, 1) if table.column >= 0 else 1
            wide = (token.attribute(self.text, "colspan") or "1").strip()
            if wide.isdecimal() and 1 < int(wide[:3]) <= 100:
                self.colspans[(table.number, table.row, table.column)] = int(wide[:3])

    def _close_implied(self, name: str) -> None:
        if self._counts.get("p"):
            self._end("p")
        if name in ("li", "dt", "dd", "tr", "td", "th", "option"):
            closes, stops = {
                "li": (("li",), ("ul", "ol")),
                "tr": (("tr", "td", "th"), ("table",)),
                "td": (("td", "th"), ("tr", "table")),
                "th": (("td", "th"), ("tr", "table")),
            }.get(name, (("dt", "dd"), ("dl",)))
            for opened, _ in reversed(self._open[-30:]):
                if opened in stops:
                    return
                if opened in closes:
                    self._end(opened)
                    if name != "tr":
                        return

    def _end(self, name: str) -> None:
        if name not in _INLINE:
            self._boundary()
        if not self._counts.get(name):
            return
        while self._open:
            opened, region = self._open.pop()
            self._counts[opened] -= 1
            if region == _SILENT_REGION:
                self._silent -= 1
            elif region == _SUMMARY_REGION:
                self._summary -= 1
            elif region == _CAPTION_REGION:
                self._caption -= 1
            elif region:
                self._regions.pop()
            if opened == "table" and self._tables:
                self._tables.pop()
            elif opened == "thead" and self._tables:
                self._tables[-1].head = False
            if opened == name:
                return

    def _is_hidden(self, token: Token) -> bool:
        if not token.attributes:
            return False
        style = token.attribute(self.text, "style")
        if style and _HIDDEN.search(style.lower()):
            return True
        if (token.attribute(self.text, "aria-hidden") or "").lower() == "true":
            return True
        if (token.attribute(self.text, "role") or "").lower() in (
            "navigation",
            "complementary",
            "contentinfo",
            "search",
        ):
            return True
        return token.attribute_span("hidden") is not None

    def _is_note(self, token: Token) -> bool:
        """A raised number is a footnote's mark: its digits are no figure."""
        if token.name != "sup":
            return False
        words = self.text[token.end : token.end + 12].lstrip("[( \n")
        return not words[:2].isalpha()

    def _is_named(self, token: Token, names: Lazy) -> bool:
        named = " ".join(
            value for key in ("class", "id", "data-component") if (value := token.attribute(self.text, key))
        )
        return bool(named) and names.search(named[:400].lower()) is not None

    def _without_furniture(self) -> list[HtmlBlock]:
        sizes: dict[int, int] = {}
        for block in self.blocks:
            sizes[block.region] = sizes.get(block.region, 0) + block.size()
        total = sum(sizes.values())
        kept = {region for region, size in sizes.items() if region == 0 or size > total * _MOST}
        return [block for block in self.blocks if block.region in kept]
