#!/usr/bin/env python3
"""Makes the manual pages from what the program says about itself.

    tools/manpages.py --landctl .build/release/landctl --output share/man

One page a command: English in man1, Chinese in zh_CN/man1. Help texts are "English / 中文"; where a
text has no Chinese part, the Chinese page has the English one. Nothing is written down twice: options
come from --experimental-dump-help, figures of memory from docs/performance.md. The date of the pages
is SOURCE_DATE_EPOCH (none where it is not set), so the same program gives the same bytes.
"""

import argparse
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
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
STATUSES = [
    (0, "Done.", "完成。"),
    (1, "Done, and what was asked for with --fail-on was reached.", "完成,且达到 --fail-on 指定的条件。"),
    (64, "The command line cannot be meant so.", "命令行用法错误。"),
    (65, "An input cannot be used.", "输入无法使用。"),
    (66, "An input is missing.", "输入不存在。"),
    (69, "PROJ or another component is missing; see landctl-doctor(1).",
     "缺少 PROJ 或其他组件,见 landctl-doctor(1)。"),
    (70, "A fault of landctl.", "landctl 自身的错误。"),
    (71, "The machine refuses memory or room for temporary files.", "系统内存或临时空间不足。"),
    (73, "Output cannot be created, or standard output takes nothing.", "无法写出结果,或标准输出无法写入。"),
    (75, "The ledger is in use; try again.", "台账正被占用,请重试。"),
    ("130, 143", "Stopped by Ctrl-C or SIGTERM; nothing was written.", "被 Ctrl-C 或 SIGTERM 中止,未写出任何文件。"),
]
# What status 1 means elsewhere. The other commands never end with it.
DIFFERS = ("Something does not hold.", "有内容不符。")
STATUS_ONE = {
    "landctl verify": DIFFERS, "landctl ledger verify": DIFFERS,
}
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
    return "\\&" + text if text.startswith(".") else text


def example_lines(discussion):
    """The text without its examples, and the examples."""
    match = re.search(r"^Examples? / 示例:\n", discussion, re.M)
    if not match:
        return discussion, []
    lines = discussion[match.end():].split("\n")
    return discussion[:match.start()].rstrip(), [l[2:] if l.startswith("  ") else l for l in lines]


def figures():
    """Parcels and peak memory in MB, from the table of docs/performance.md."""
    text = (ROOT / "docs/performance.md").read_text(encoding="utf-8")
    growth = text[text.index("## Growth"):]
    rows = []
    for line in growth[:growth.index("\n## ")].split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        number = re.match(r"[\d ]+", cells[0]) if line.startswith("|") else None
        if number and number.group().strip():
            rows.append((number.group().strip(), "partition-by" in cells[0], cells[3]))
    if len(rows) < 3:
        sys.exit("docs/performance.md: the table of growth was not found")
    return rows


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
                self.lines.append(escaped(line.strip()))

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


def statuses(page, words, options):
    page.section("EXIT STATUS")
    name = " ".join(words)
    for number, english, chinese in STATUSES:
        if number == 1 and "fail-on" not in options and len(words) > 1:
            if name not in STATUS_ONE:
                continue
            english, chinese = STATUS_ONE[name]
        if number == 75 and len(words) > 1 and words[1] not in ("ledger", "report"):
            continue
        page.tagged(f"\\fB{number}\\fR", chinese if page.chinese else english)


def memory(page):
    page.section("MEMORY")
    page.text("实测峰值(docs/performance.md):" if page.chinese
              else "Peaks as measured (docs/performance.md), with buildings and zones:")
    for parcels, is_partitioned, peak in figures():
        unit = "宗地" if page.chinese else "parcels"
        note = ", \\-\\-partition\\-by zone_id" if is_partitioned else ""
        page.lines += [".TP", f"{parcels} {unit}{note}", f"{peak} MB"]
    page.lines.append(".PP")
    page.text(
        "在内存限制下(ulimit -v)只用一个工作线程;内存被拒绝时以状态 71 结束,不留下任何输出,台账保持原样。"
        if page.chinese else
        "Under a limit of memory (ulimit -v) fewer workers are taken. Where memory is refused the run "
        "ends with status 71, leaves no output, and a ledger is as before.")


def page_of(words, command, version, chinese, date, others):
    page = Page(words, version, chinese, date)
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    discussion = command.get("discussion") or ""
    # The list of statuses has a section of its own.
    body, examples = example_lines("" if discussion.startswith("Exit status /") else discussion)
    abstract = part(command.get("abstract"), chinese)
    page.section("NAME")
    page.lines.append(f"{escaped('-'.join(words))} \\- {escaped(abstract.rstrip('.'))}")
    page.section("SYNOPSIS")
    page.lines.append(synopsis(words, command))
    page.section("DESCRIPTION")
    body = part(body, chinese) if "\n" not in body else body
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
    statuses(page, words, {a.get("valueName") for a in shown})
    if len(words) == 1:
        page.section("ENVIRONMENT")
        for name, english, translated in ENVIRONMENT:
            page.tagged(f"\\fB{escaped(name)}\\fR", translated if chinese else english)
    if words == ["landctl", "audit"]:
        memory(page)
    if examples:
        page.section("EXAMPLES")
        page.code(examples)
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
