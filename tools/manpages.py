#!/usr/bin/env python3
"""Makes the manual pages from what the program says about itself.

    tools/manpages.py --landctl .build/release/landctl --output share/man

One page a command: English in man1, Chinese in zh_CN/man1. Help texts are "English / 中文"; where a
text has no Chinese part, the Chinese page has the English one. Nothing is written down twice: all of it
comes from --experimental-dump-help, exit statuses and memory from the parts of the discussion that
have a heading (Sources/landctl/Help/HelpText.swift). The date of the pages is SOURCE_DATE_EPOCH (none
where it is not set), so the same program gives the same bytes.
"""

import argparse
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

CHINESE = re.compile(r"[\u3400-\u9fff]")

HEADINGS = {
    "NAME": "名称", "SYNOPSIS": "概要", "DESCRIPTION": "描述", "COMMANDS": "命令", "ARGUMENTS": "参数",
    "OPTIONS": "选项", "EXIT STATUS": "退出状态", "ENVIRONMENT": "环境变量", "MEMORY": "内存",
    "EXAMPLES": "示例", "SEE ALSO": "参见",
}
BUILT_IN = {
    "Show the version.": "显示版本。",
    "Show help information.": "显示帮助。",
}
# The headings of the parts of a discussion, as Sources/landctl/Help/HelpText.swift has them.
EXAMPLES, ENDINGS, MEMORY = "Examples / 示例:", "Exit status / 退出状态:", "Memory / 内存:"
ENVIRONMENT = [
    ("LC_ALL, LC_MESSAGES, LANG", "The language of texts, where --lang does not say: Chinese for zh….",
     "未给出 --lang 时的界面语言:以 zh 开头为中文。"),
    ("PATH", "Where the programs of GDAL, pandoc and others are looked for.", "查找 GDAL、pandoc 等程序的目录。"),
    ("PROJ_DATA", "The folder of proj.db, where it is not in the usual one.", "proj.db 不在默认位置时的所在目录。"),
    ("TMPDIR", "The folder of temporary files, default /tmp.", "临时文件目录,默认 /tmp。"),
]


def part(text, chinese):
    """One language of a help text. Only a part with Chinese letters behind the last slash is one."""
    text = (text or "").strip()
    head, slash, tail = text.rpartition(" / ")
    if not slash or not CHINESE.search(tail):
        return BUILT_IN.get(text, text) if chinese else text
    return tail.strip() if chinese else head.strip()


def escaped(text):
    """A text as roff prints it, letter by letter."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    text = text.replace("^", "\\(ha").replace("~", "\\(ti").replace('"', "\\(dq")
    if CHINESE.search(text):
        # Lists of file names between Chinese letters have no other place where a line may end.
        text = re.sub(r"([、,;。)])(?=[^\s、,;。:)])", r"\1\\:", text)
    return "\\&" + text if text.startswith(".") else text


def parts(discussion):
    """The text of a discussion, and the lines of its parts by their headings."""
    text, found = [], {EXAMPLES: [], ENDINGS: [], MEMORY: []}
    for block in filter(None, re.split(r"\n\s*\n", discussion)):
        lines = block.split("\n")
        if lines[0] in found:
            found[lines[0]] = [line[2:] if line.startswith("  ") else line for line in lines[1:]]
        else:
            text.append(block)
    if not found[ENDINGS]:
        sys.exit("a command says no exit status: the headings of its help are not known here")
    return "\n\n".join(text), found


class Page:
    def __init__(self, words, version, chinese, date):
        self.words, self.chinese = words, chinese
        name = "-".join(words)
        manual = "用户命令" if chinese else "User Commands"
        self.lines = [f'.TH {name.upper()} 1 "{date}" "landctl {version}" "{manual}"']
        if chinese:
            # Chinese has no blanks to break a line at: its letters may be parted.
            self.lines.append(".mso zh.tmac")
        # Words of command lines are neither parted nor stretched.
        self.lines += [".nh", ".ad l"]

    def section(self, title):
        self.lines.append(f'.SH "{HEADINGS[title] if self.chinese else title}"')

    def text(self, text):
        self.lines.append(escaped(text))

    def tagged(self, tag, text):
        self.lines += [".TP", tag, escaped(text) if text else "\\&"]

    def paragraphs(self, text):
        for index, block in enumerate(filter(None, re.split(r"\n\s*\n", text))):
            lines = block.split("\n")
            if index:
                self.lines.append(".PP")
            for line in lines:
                if re.match(r"  \S", line):
                    self.lines.append(".IP \\(bu 2")
                self.lines.append(escaped(part(line, self.chinese)))

    def code(self, lines):
        self.lines += [".PP", ".nf", ".RS 4"]
        self.lines += [escaped(line) or "\\&" for line in lines]
        self.lines += [".RE", ".fi"]

    def bytes(self):
        return ("\n".join(self.lines) + "\n").encode()


def name_of(name):
    return ("-" if name["kind"] == "short" else "--") + name["name"]


def option_tag(argument):
    names = sorted(argument["names"], key=lambda name: name["kind"] == "long")
    tag = ", ".join(f"\\fB{escaped(name_of(name))}\\fR" for name in names)
    if argument["kind"] == "option":
        tag += f" \\fI{escaped(argument.get('valueName', 'value').upper())}\\fR"
    return tag


def described(argument, chinese):
    text = part(argument.get("abstract"), chinese)
    if chinese and text and text[-1] not in "。.":
        text += "。"
    values, default = argument.get("allValues"), argument.get("defaultValue")
    if values:
        listed = ", ".join(values)
        text += f"可取: {listed}。" if chinese else f" One of: {listed}."
    if default and argument["kind"] != "flag":
        text += f"默认: {default}。" if chinese else f" Default: {default}."
    if argument.get("isRepeating") and argument["kind"] == "option":
        text += "可重复。" if chinese and "可重复" not in text else ""
        text += " May be repeated." if not chinese else ""
    return text.strip()


def synopsis(words, command):
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    parts = [f"\\fB{escaped(' '.join(words))}\\fR"]
    if command.get("subcommands"):
        return parts[0] + " \\fICOMMAND\\fR ..."
    parts += [option_tag(a) for a in shown if a["kind"] == "option" and not a["isOptional"]]
    parts.append("[\\fIOPTION\\fR]...")
    for argument in shown:
        if argument["kind"] == "positional":
            value = f"\\fI{escaped(argument['valueName'].upper())}\\fR"
            value = f"[{value}]" if argument["isOptional"] else value
            parts.append(value + ("..." if argument["isRepeating"] else ""))
    return " ".join(parts)


def entries(page, title, lines):
    """A section of lines "name  English / 中文"."""
    if lines:
        page.section(title)
    for line in lines:
        name, _, text = line.partition("  ")
        text = part(text.strip(), page.chinese)
        if title == "EXIT STATUS":
            text = text.replace("landctl doctor", "landctl-doctor(1)")
            page.tagged(f"\\fB{escaped(name)}\\fR", text)
        else:
            page.tagged(escaped(text), name)


def page_of(words, command, version, chinese, date, others):
    page = Page(words, version, chinese, date)
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    discussion = command.get("discussion") or ""
    body, lists = parts(discussion)
    abstract = part(command.get("abstract"), chinese)
    page.section("NAME")
    page.lines.append(f"{escaped('-'.join(words))} \\- {escaped(abstract.rstrip('.'))}")
    page.section("SYNOPSIS")
    page.lines.append(synopsis(words, command))
    page.section("DESCRIPTION")
    page.paragraphs(body or abstract + ("。" if chinese else "."))
    if command.get("subcommands"):
        page.section("COMMANDS")
        for other in command["subcommands"]:
            if other["commandName"] != "help":
                tag = "-".join(words + [other["commandName"]])
                page.tagged(f"\\fB{escaped(tag)}\\fR(1)", part(other.get("abstract"), chinese))
    for title, kinds in (("ARGUMENTS", ("positional",)), ("OPTIONS", ("option", "flag"))):
        chosen = [a for a in shown if a["kind"] in kinds]
        if chosen:
            page.section(title)
        for argument in chosen:
            tag = (f"\\fI{escaped(argument['valueName'].upper())}\\fR" if title == "ARGUMENTS"
                   else option_tag(argument))
            page.tagged(tag, described(argument, chinese))
    entries(page, "EXIT STATUS", lists[ENDINGS])
    if len(words) == 1:
        page.section("ENVIRONMENT")
        for name, english, translated in ENVIRONMENT:
            page.tagged(f"\\fB{escaped(name)}\\fR", translated if chinese else english)
    entries(page, "MEMORY", lists[MEMORY])
    if lists[EXAMPLES]:
        page.section("EXAMPLES")
        page.code(lists[EXAMPLES])
    page.section("SEE ALSO")
    names = sorted(name for name in others if name != words)
    page.lines.append(",\n".join(f"\\fB{escaped('-'.join(name))}\\fR(1)" for name in names))
    return page.bytes()


def commands(command, above=()):
    words = list(above) + [command["commandName"]]
    yield words, command
    for other in command.get("subcommands", []):
        if other["commandName"] != "help":
            yield from commands(other, words)


def related(words, every):
    """The page above, those beside and those below."""
    above = words[:-1]
    return [name for name in every if name == above or name[:-1] == above or name[:-1] == words]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--landctl", required=True, help="the built program")
    parser.add_argument("--output", required=True, type=pathlib.Path, help="the folder for man1 and zh_CN")
    options = parser.parse_args()

    def said(argument):
        return subprocess.run(
            [options.landctl, argument], check=True, capture_output=True, encoding="utf-8").stdout

    tree = list(commands(json.loads(said("--experimental-dump-help"))["command"]))
    version = said("--version").split()[-1]
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    date = ""
    if epoch:
        date = datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc).date().isoformat()
    every = [words for words, _ in tree]
    for folder, chinese in (("man1", False), ("zh_CN/man1", True)):
        (options.output / folder).mkdir(parents=True, exist_ok=True)
        for words, command in tree:
            page = page_of(words, command, version, chinese, date, related(words, every))
            (options.output / folder / ("-".join(words) + ".1")).write_bytes(page)


if __name__ == "__main__":
    main()
