"""What makes a site of the guides: docs/README.md gives their order, and links beyond docs lead into the repository."""

import pathlib
import posixpath
import re

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
GUIDE = re.compile(r"^[\w/-]+\.md$")


def on_config(config):
    nav = [{"Guides": "README.md"}]
    readme = pathlib.Path(config["docs_dir"], "README.md").read_text(encoding="utf-8")
    for chapter in readme.split("\n## ")[1:]:
        title, _, text = chapter.partition("\n")
        guides = [{name[0].upper() + name[1:]: path} for name, path in LINK.findall(text) if GUIDE.match(path)]
        nav.append({title: guides})
    decisions = pathlib.Path(config["docs_dir"], "adr").glob("*.md")
    nav.append({"Decisions": sorted("adr/" + path.name for path in decisions)})
    config["nav"] = nav
    return config


def on_page_markdown(markdown, page, config, files):
    folder = posixpath.dirname(page.file.src_uri)

    def target(link):
        path = posixpath.normpath(posixpath.join(folder, link[2]))
        if path.startswith("../") and ":" not in link[2]:
            return f"[{link[1]}]({config['repo_url']}{path[3:]})"
        return link[0]

    return LINK.sub(target, markdown)
