# optparse and gettext.
import gettext
import optparse

parser = optparse.OptionParser(usage='%prog [options] FILE', version='%prog 1.0', prog='tool', description='Does things.', epilog='The end.')
parser.add_option('-v', '--verbose', action='count', default=0, help='say more')
parser.add_option('-o', '--output', metavar='FILE', help='where to write [default: %default]', default='out.txt')
parser.add_option('-n', type='int', dest='number', help='how many')
parser.add_option('--mode', type='choice', choices=['fast', 'slow'], default='fast')
parser.add_option('-q', action='store_false', dest='loud', default=True)
group = optparse.OptionGroup(parser, 'Extra', 'Further options.')
group.add_option('-D', action='append', dest='defines', metavar='NAME=VALUE')
group.add_option('--point', nargs=2, type='float')
parser.add_option_group(group)
print(parser.format_help())
for args in (['-vv', 'a', '-n3', 'b'], ['--out', 'x', '--', '-v'], ['-D', 'a=1', '-Db=2', '--point', '1', '2.5'], ['--mode=slow', '-qv']):
    options, rest = parser.parse_args(args)
    print(sorted(vars(options).items(), key=str), rest)


class Failing(optparse.OptionParser):
    def error(self, msg):
        print('error:', msg)
        raise SystemExit


failing = Failing(prog='t')
failing.add_option('-n', '--number', type='int')
failing.add_option('--name')
failing.add_option('--mode', choices=['a', 'b'])
for args in (['-n', 'x'], ['-n'], ['--bad'], ['-z'], ['--n', '1'], ['--mode', 'c']):
    try:
        print(failing.parse_args(args))
    except SystemExit:
        pass
for build in (lambda: optparse.Option('b'), lambda: optparse.Option('-b', action='foo'), lambda: optparse.Option('-b', type='foo'),
              lambda: failing.add_option('-n')):
    try:
        build()
    except optparse.OptionError as exc:
        print(type(exc).__name__, exc)


def callback(option, opt, value, parser, extra):
    setattr(parser.values, option.dest, (opt, value, extra))


custom = optparse.OptionParser(formatter=optparse.TitledHelpFormatter(), prog='c')
custom.add_option('-c', '--call', action='callback', callback=callback, callback_args=('more',), type='string', dest='called')
print(custom.parse_args(['--call=x'])[0].called)
print(custom.format_help())

plural = gettext.c2py('n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2')
print([plural(n) for n in range(25)], plural(112))
for bad in ('x>1', '(n>1', 'n>1)', '1+', 'n n'):
    try:
        gettext.c2py(bad)
    except ValueError as exc:
        print(exc)
print(gettext.gettext('hello'), gettext.ngettext('one', 'many', 3), gettext.find('nothing', '/nowhere'))
t = gettext.translation('nothing', '/nowhere', fallback=True)
print(type(t).__name__, t.gettext('x'), t.ngettext('a', 'b', 1), t.info())
try:
    gettext.translation('nothing', '/nowhere')
except FileNotFoundError as exc:
    print(exc)
