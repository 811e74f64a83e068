# Formatters of help that programs subclass, and what they look up in parsers.
import argparse, sys
class Cap(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):
        return super().add_usage(usage, actions, groups, prefix or 'Usage: ')
    def start_section(self, heading): super().start_section(heading.upper())
class Sorting(argparse.RawTextHelpFormatter):
    def add_arguments(self, actions): super().add_arguments(sorted(actions, key=lambda a: a.option_strings, reverse=True))
class Sub(argparse.RawDescriptionHelpFormatter):
    def _format_action(self, action):
        parts = super()._format_action(action)
        if action.nargs == argparse.PARSER: parts = "\n".join(parts.split("\n")[1:])
        return parts
class Short(argparse.HelpFormatter):
    def __init__(self, prog): super().__init__(prog, max_help_position=40, width=100)
    def _format_action_invocation(self, action):
        if not action.option_strings or action.nargs == 0: return super()._format_action_invocation(action)
        d = self._get_default_metavar_for_optional(action)
        return ', '.join(action.option_strings) + ' ' + self._format_args(action, d)
class Both(argparse.ArgumentDefaultsHelpFormatter, argparse.RawDescriptionHelpFormatter): pass
def mk(cls):
    p = argparse.ArgumentParser('prog', formatter_class=cls, description='desc\n  more', epilog='the\nend')
    p._optionals.title = 'Flags'; p._positionals.title = 'Args'
    p.add_argument('-a', '--alpha', help='alpha\nhelp', metavar='AA'); p.add_argument('-z', '--zeta', type=int, default=3, help='zeta'); p.add_argument('pos', nargs='+', help='pos')
    g = p.add_mutually_exclusive_group(required=True); g.add_argument('--x', action='store_true'); g.add_argument('--y', choices=['a', 'b'])
    s = p.add_subparsers(dest='c', title='cmds', description='sub desc', help='h'); b = s.add_parser('build', help='build it'); s.add_parser('run', aliases=['r'], help='run it', formatter_class=cls).add_argument('-q'); return p, s
for cls in (argparse.HelpFormatter, Cap, Sorting, Sub, Short, Both, lambda prog: argparse.HelpFormatter(prog, max_help_position=50, width=60, indent_increment=4)):
    p, s = mk(cls); print(p.format_help()); print(p.format_usage()); print(s.choices['run'].format_help(), s.choices['run'].prog)
print(argparse.HelpFormatter.__module__, [a.dest for a in p._actions], list(p._option_string_actions), [g.title for g in p._action_groups], len(p._mutually_exclusive_groups), p._subparsers._group_actions[0].choices.keys())
class MyParser(argparse.ArgumentParser):
    def error(self, message): print('ERR', message); raise SystemExit(7)
    def format_help(self): return 'custom ' + super().format_help()
try: MyParser(prog='m').parse_args(['--zz'])
except SystemExit as e: print(e.code)
print(MyParser(prog='m').format_help())
p = argparse.ArgumentParser(prog='w' * 70); p.add_argument('--long-option-number-one', metavar='VALUE'); p.add_argument('file' * 10); p.print_help()
p = argparse.ArgumentParser(usage='%(prog)s [opts]', prog='q'); p.add_argument('x', help='%(prog)s %(default)s %(type)s', type=int, default=5, nargs='?'); p.print_help(); p.print_usage()
p = argparse.ArgumentParser(prog='q', usage=argparse.SUPPRESS, add_help=False); p.add_argument('--v', help=argparse.SUPPRESS); print(repr(p.format_help()), repr(p.format_usage()))
