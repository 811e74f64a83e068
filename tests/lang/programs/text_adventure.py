class Room:

    def __init__(self, name, **exits):
        self.name = name
        self.exits = exits
        self.items = []


class Game:

    def __init__(self):
        self.rooms = {'hall': Room('Hall', north='kitchen', east='study'), 'kitchen': Room('Kitchen', south='hall'), 'study': Room('Study', west='hall')}
        self.rooms['kitchen'].items.append('knife')
        self.here = 'hall'
        self.inv = []
        self.done = False

    def do(self, line):
        verb, _, rest = line.strip().lower().partition(' ')
        f = getattr(self, 'do_' + verb, None)
        if f is None:
            return f"I don't know how to {verb!r}."
        try:
            return f(rest) if rest else f()
        except TypeError as e:
            return 'Usage error: ' + str(e)

    def do_go(self, d):
        room = self.rooms[self.here]
        match room.exits.get(d):
            case None:
                return f"You can't go {d}."
            case str() as x:
                self.here = x
                return self.do_look()

    def do_look(self):
        r = self.rooms[self.here]
        return f"{r.name}. Exits: {', '.join(sorted(r.exits))}." + (f" You see: {', '.join(r.items)}." if r.items else '')

    def do_take(self, x):
        r = self.rooms[self.here]
        if x in r.items:
            r.items.remove(x)
            self.inv.append(x)
            return 'Taken.'
        return 'No %s here.' % x

    def do_quit(self):
        self.done = True
        return 'Bye'


g = Game()
for l in ['look', 'go west', 'go north', 'take spoon', 'take knife', 'look', 'dance wildly', 'go', 'look now', 'quit']:
    print('>', l)
    print(g.do(l))
print(g.inv, g.done)
