#!/usr/bin/env python3
"""Makes the documentation as a site of plain files, which a browser reads from the disk.

    tools/site.py --landctl .build/debug/landctl --symbols LandKit.symbols.json --output out/docs

README, ARCHITECTURE and docs as they lie in the repository, the manual in both languages, and a page
for each type of the library with its articles. Markdown is turned into HTML by cmark-gfm, manual pages
by mandoc. No page asks the network for anything. At the end every link is followed: a dead one is an
error.
"""

import argparse
import concurrent.futures
import html
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "Sources/LandKit/Umbrella/LandKit.docc"
# What the bar at the top leads to: place, English, Chinese.
BAR = [
    ("index.html", "index.zh.html", "landctl", "landctl"),
    ("docs/tutorial.html", "docs/tutorial.zh.html", "Tutorial", "教程"),
    ("man/en/landctl.html", "man/zh/landctl.html", "Manual", "手册"),
    ("docs/inputs.html", "docs/inputs.html", "Inputs", "输入"),
    ("docs/columns.html", "docs/columns.html", "Columns", "输出列"),
    ("docs/findings/README.html", "docs/findings/README.html", "Findings", "问题代码"),
    ("docs/rules/README.html", "docs/rules/README.html", "Rules", "规则"),
    ("docs/glossary.html", "docs/glossary.html", "Glossary", "术语"),
    ("library/index.html", "library/index.html", "Library", "程序库"),
    ("ARCHITECTURE.html", "ARCHITECTURE.html", "Architecture", "结构"),
    ("docs/performance.html", "docs/performance.html", "Performance", "性能"),
    ("CHANGELOG.html", "CHANGELOG.html", "Changes", "变更"),
]


def run(words, text=None):
    return subprocess.run(words, input=text, check=True, capture_output=True, encoding="utf-8").stdout


def slug(title):
    """The name that GitHub gives a heading."""
    plain = re.sub(r"<[^>]+>", "", title)
    plain = html.unescape(plain).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def cmark(text):
    body = run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink"], text)
    seen = {}

    def named(match):
        name = slug(match.group(2))
        count = seen.get(name, 0)
        seen[name] = count + 1
        return f'<h{match.group(1)} id="{name}{f"-{count}" if count else ""}">{match.group(2)}</h{match.group(1)}>'

    return re.sub(r"<h([1-6])>(.*?)</h\1>", named, body, flags=re.S)


class Site:
    def __init__(self, out):
        self.out = out
        self.pages = {}
        self.copied = set()

    def page(self, place, title, body, chinese=False, other=None):
        """Writes a page; `other` is the same in the other language."""
        up = "../" * place.count("/")
        links = []
        for english_place, chinese_place, english, translated in BAR:
            target = chinese_place if chinese else english_place
            mark = ' class="here"' if target == place else ""
            links.append(f'<a{mark} href="{up}{target}">{translated if chinese else english}</a>')
        if other:
            links.append(f'<a class="other" href="{up}{other}">{"English" if chinese else "中文"}</a>')
        else:
            home = "index.html" if chinese else "index.zh.html"
            links.append(f'<a class="other" href="{up}{home}">{"English" if chinese else "中文"}</a>')
        text = (f'<!doctype html>\n<html lang="{"zh-CN" if chinese else "en"}">\n<head>\n'
                f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
                f"<title>{html.escape(title)}</title>\n"
                f'<link rel="stylesheet" href="{up}site.css">\n</head>\n<body>\n'
                f'<nav>{" ".join(links)}</nav>\n<main>\n{body}</main>\n</body>\n</html>\n')
        path = self.out / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def source(self, path):
        """The place of a file of the repository that a page links to, as text; of a folder, a list."""
        place = f"files/{path}.txt" if (ROOT / path).is_file() else f"files/{path}/index.html"
        if path in self.copied:
            return place
        self.copied.add(path)
        if (ROOT / path).is_file():
            target = self.out / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, target)
            return place
        names = sorted(child.name for child in (ROOT / path).iterdir() if child.name[0] != ".")
        rows = []
        for name in names:
            child = self.source(f"{path}/{name}")
            up = "../" * place.count("/")
            rows.append(f'<li><a href="{up}{child}">{html.escape(name)}</a></li>')
        self.page(place, path, f"<h1>{html.escape(path)}</h1>\n<ul>\n" + "\n".join(rows) + "\n</ul>\n")
        return place


def markdown_files():
    listed = run(["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard",
                  "*.md"]).split("\n")
    return [name for name in listed if "/" not in name and name or name.startswith("docs/")]


def place_of(name):
    if name == "README.md":
        return "index.html"
    if name == "README.zh.md":
        return "index.zh.html"
    return name[:-3] + ".html"


def relative(target, place):
    return os.path.relpath(target, os.path.dirname(place) or ".")


def document(site, name, known):
    place = place_of(name)
    body = cmark((ROOT / name).read_text(encoding="utf-8"))

    def turned(match):
        link = html.unescape(match.group(2))
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path:
            return match.group(0)
        path = os.path.normpath(os.path.join(os.path.dirname(name), urllib.parse.unquote(parts.path)))
        if path in known:
            target = place_of(path)
        elif (ROOT / path).exists():
            target = site.source(path)
        else:
            sys.exit(f"{name}: {link} leads nowhere")
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return f'{match.group(1)}="{html.escape(urllib.parse.quote(relative(target, place)) + fragment)}"'

    body = re.sub(r'(href|src)="([^"]*)"', turned, body)
    title = re.search(r"<h1[^>]*>(.*?)</h1>", body, re.S)
    chinese = name.endswith(".zh.md")
    pair = name.replace(".zh.md", ".md") if chinese else name[:-3] + ".zh.md"
    site.page(place, html.unescape(re.sub("<[^>]+>", "", title.group(1))) if title else name, body,
              chinese, place_of(pair) if pair in known else None)


def manual(site, landctl):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(ROOT / "tools/manpages.py"), "--landctl", landctl,
                        "--output", folder], check=True, env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
        for language, sub, chinese in (("en", "man1", False), ("zh", "zh_CN/man1", True)):
            pages = sorted((pathlib.Path(folder) / sub).glob("*.1"))
            names = {page.stem for page in pages}
            for page in pages:
                # Where Chinese breaks is the browser's to say.
                text = page.read_text(encoding="utf-8").replace(".mso zh.tmac\n", "")
                body = run(["mandoc", "-K", "utf-8", "-T", "html", "-O", "fragment"], text)

                def linked(match):
                    name = re.sub("<[^>]+>", "", match.group(1))
                    return f'<a href="{name}.html">{name}</a>(1)' if name in names else match.group(0)

                body = re.sub(r"<b>(landctl[a-z\-]*)</b>\(1\)", linked, body)
                body = re.sub(r'<a class="permalink" href="#[^"]*">(.*?)</a>', r"\1", body, flags=re.S)
                other = f"man/{'en' if chinese else 'zh'}/{page.stem}.html"
                site.page(f"man/{language}/{page.stem}.html", page.stem, body, chinese, other)


class Library:
    """Pages of the types from the symbol graph, and of the articles of the catalogue."""

    def __init__(self, graph):
        self.symbols = {tuple(s["pathComponents"]): s for s in graph["symbols"]}
        self.tops = sorted({path[0] for path in self.symbols})
        self.bases = {}
        for path in self.symbols:
            base = path[:-1] + (path[-1].split("(")[0],)
            self.bases.setdefault(base, path)
        self.members = {}
        for path in self.symbols:
            self.members.setdefault(path[0], []).append(path)
        self.articles = sorted(p.stem for p in CATALOGUE.glob("*.md") if p.stem != "LandKit")

    @staticmethod
    def file(top):
        return re.sub(r"\W", "_", top) + ".html"

    def target(self, text, top=None):
        """The page and place of a symbol that a comment names, seen from a type; None if unknown."""
        words = tuple(text.strip("/").removeprefix("LandKit/").split("/"))
        for path in (words, *([(top,) + words] if top else [])):
            found = path if path in self.symbols else self.bases.get(path)
            if found:
                anchor = "" if len(found) == 1 else "#" + self.anchor(found)
                return self.file(found[0]) + anchor
        return None

    @staticmethod
    def anchor(path):
        return re.sub(r"[^\w]+", "-", ".".join(path[1:])).strip("-")

    def linked(self, text, top=None):
        """Markdown with the links of DocC made links of Markdown; code blocks stay as they are."""
        def symbol(match):
            shown = match.group(1).split("/")[-1]
            target = self.target(match.group(1), top)
            return f"[`{shown}`]({target})" if target else f"`{shown}`"

        def article(match):
            title = (CATALOGUE / f"{match.group(1)}.md").read_text(encoding="utf-8").split("\n")[0]
            return f"[{title.lstrip('# ')}]({match.group(1)}.html)"

        parts = re.split(r"(^```.*?^```$)", text, flags=re.S | re.M)
        for index in range(0, len(parts), 2):
            part = re.sub(r"``([^`]+)``", symbol, parts[index])
            parts[index] = re.sub(r"<doc:([\w]+)>", article, part)
        return "".join(parts)

    def comment(self, symbol, top):
        lines = [line["text"] for line in symbol.get("docComment", {}).get("lines", [])]
        return self.linked("\n".join(lines), top)

    def type_page(self, top):
        order = {"swift.enum.case": 0, "swift.init": 1, "swift.type.property": 2, "swift.property": 3}
        paths = sorted(self.members[top], key=lambda p: (
            len(p) > 1, p[:-1] if len(p) > 2 else (),
            order.get(self.symbols[p]["kind"]["identifier"], 4), p))
        text = []
        for path in paths:
            symbol = self.symbols[path]
            if len(path) == 1:
                text.append(f"# {path[0]}\n\n*{symbol['kind']['displayName']}*\n")
            else:
                name = ".".join(path[1:])
                text.append(f'<h3 class="symbol" id="{self.anchor(path)}">{html.escape(name)}</h3>\n')
            declared = "".join(f["spelling"] for f in symbol["declarationFragments"])
            text.append(f"```swift\n{declared}\n```\n")
            text.append(self.comment(symbol, top) + "\n")
        return cmark("\n".join(text))

    def write(self, site):
        with concurrent.futures.ThreadPoolExecutor() as pool:
            for top, body in zip(self.tops, pool.map(self.type_page, self.tops)):
                site.page(f"library/{self.file(top)}", top, body)
        for name in self.articles:
            text = (CATALOGUE / f"{name}.md").read_text(encoding="utf-8")
            site.page(f"library/{name}.html", name, cmark(self.linked(text)))
        text = (CATALOGUE / "LandKit.md").read_text(encoding="utf-8").replace("# ``LandKit``", "# LandKit")
        rows = "\n".join(f"- [`{top}`]({self.file(top)})" for top in self.tops)
        body = cmark(self.linked(text) + f"\n## All types and functions\n\n{rows}\n")
        site.page("library/index.html", "LandKit", body)


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.names = [], set()

    def handle_starttag(self, tag, attributes):
        for key, value in attributes:
            if key in ("href", "src") and value:
                self.links.append(value)
            if key in ("id", "name") and value:
                self.names.add(value)


def check(out):
    """Every link of every page, followed; the ones that lead nowhere or to the network's pages."""
    pages = {}
    for path in out.rglob("*.html"):
        parser = Links()
        parser.feed(path.read_text(encoding="utf-8"))
        pages[path.resolve()] = parser
    dead, followed = [], 0
    for path, parser in pages.items():
        for link in parser.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            followed += 1
            target = path if not parts.path else (path.parent / urllib.parse.unquote(parts.path)).resolve()
            if not target.is_file():
                dead.append(f"{path.relative_to(out.resolve())}: {link}")
            elif parts.fragment and target in pages:
                if urllib.parse.unquote(parts.fragment) not in pages[target].names:
                    dead.append(f"{path.relative_to(out.resolve())}: {link} (no such place)")
    for line in sorted(dead):
        print(f"dead link: {line}", file=sys.stderr)
    if dead:
        sys.exit(1)
    print(f"{len(pages)} pages, {followed} links, none dead: {out}/index.html")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--landctl", required=True, help="the built program")
    parser.add_argument("--symbols", required=True, help="the symbol graph of tools/symbols.py")
    parser.add_argument("--output", required=True, type=pathlib.Path, help="the folder to make anew")
    options = parser.parse_args()
    out = options.output
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    shutil.copyfile(ROOT / "tools/site.css", out / "site.css")
    site = Site(out)
    known = markdown_files()
    for name in known:
        document(site, name, set(known))
    manual(site, options.landctl)
    with open(options.symbols, encoding="utf-8") as file:
        Library(json.load(file)).write(site)
    check(out)


if __name__ == "__main__":
    main()
