# A small template engine: parsed once, rendered many times, with escaping, loops and conditions.
def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class Template:
    def __init__(self, source):
        self.parts = self.parse(source)

    def parse(self, source):
        root, stack = [], []
        current = root
        for i, piece in enumerate(source.split("{%")):
            if i:
                tag, _, rest = piece.partition("%}")
                words = tag.strip().split()
                if words[0] in ("for", "if"):
                    node = (words[0], words[1:], [])
                    current.append(node)
                    stack.append(current)
                    current = node[2]
                else:
                    current = stack.pop()
                piece = rest
            for k, text in enumerate(piece.split("{{")):
                if k:
                    name, _, text = text.partition("}}")
                    current.append(("value", name.strip().split("|")))
                if text:
                    current.append(("text", text))
        return root

    def lookup(self, path, scope):
        value = scope
        for name in path.split("."):
            value = value[name] if isinstance(value, dict) else getattr(value, name)
        return value

    def render(self, scope, parts=None, out=None):
        top = out is None
        if top:
            parts, out = self.parts, []
        for part in parts:
            kind = part[0]
            if kind == "text":
                out.append(part[1])
            elif kind == "value":
                value = self.lookup(part[1][0], scope)
                for f in part[1][1:]:
                    value = value.upper() if f == "upper" else value.title() if f == "title" else f"{value:.2f}" if f == "money" else value
                out.append(escape(str(value)))
            elif kind == "for":
                name, _, path = part[1]
                inner = dict(scope)
                for item in self.lookup(path, scope):
                    inner[name] = item
                    self.render(inner, part[2], out)
            elif self.lookup(part[1][0], scope):
                self.render(scope, part[2], out)
        return "".join(out) if top else None


page = Template("""<h1>{{ title|upper }}</h1>
<ul>{% for item in items %}
  <li class="{{ item.kind }}">{{ item.name|title }}: {{ item.price|money }}{% if item.sale %} <b>sale!</b>{% end %}</li>{% end %}
</ul><p>{{ footer }}</p>""")
scope = {"title": "shop & more", "footer": "a < b", "items": [{"kind": "k%d" % (i % 3), "name": "thing number %d" % i, "price": i * 1.37, "sale": i % 4 == 0} for i in range(50)]}
size = 0
for _ in range(2200):
    html = page.render(scope)
    size += len(html)
print(size, html.count("sale!"), html[:30])
