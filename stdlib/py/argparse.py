"""Command line arguments."""
import os as _os
import sys as _sys
from _argparse_help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, ONE_OR_MORE, OPTIONAL, PARSER,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter, REMAINDER, SUPPRESS, ZERO_OR_MORE)

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace',
           'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']



class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _argument_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return f'{self.message}'
        return f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):
    pass


def _argument_name(action):
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else '/'.join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if getattr(action, 'choices', None):
        return '{' + ','.join(map(str, action.choices)) + '}'
    return None


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts = [f'{k}={v!r}' for k, v in self.__dict__.items() if k.isidentifier()]
        others = {k: v for k, v in self.__dict__.items() if not k.isidentifier()}
        if others:
            parts.append(f'**{others!r}')
        return f'{type(self).__name__}({", ".join(parts)})'


# ---- actions ----


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def __repr__(self):
        names = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar')
        return f'{_type_of(self).__name__}({", ".join([f"{n}={getattr(self, n)!r}" for n in names])})'

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


_type_of = type


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        names = []
        for option in option_strings:
            names.append(option)
            if option.startswith('--'):
                names.append('--no-' + option[2:])
        super().__init__(names, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store '
                             'const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _grown(namespace, dest):
    items = getattr(namespace, dest, None)
    return [] if items is None else list(items)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        if nargs == 0:
            raise ValueError('nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append '
                             'const action may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _grown(namespace, self.dest)
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _grown(namespace, self.dest)
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _grown(namespace, self.dest)
        items.extend(values)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, None, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, None, default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, None, default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None and hasattr(parser, 'version') else self.version
        print(version % {'prog': parser.prog} if '%(prog)' in version else version)
        parser.exit()


class _SubParsersAction(Action):
    class _ChoicesPseudoAction(Action):
        def __init__(self, name, aliases, help):
            metavar = f'{name} ({", ".join(aliases)})' if aliases else name
            super().__init__([], name, help=help, metavar=metavar)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, aliases=(), **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        if 'help' in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for alias in (name, *aliases):
            if alias in self._name_parser_map:
                raise ArgumentError(self, f'conflicting subparser: {alias}')
            self._name_parser_map[alias] = parser
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            chosen = self._name_parser_map[name]
        except KeyError:
            raise ArgumentError(self, f'unknown parser {name!r} (choices: {", ".join(self._name_parser_map)})') from None
        found, extra = chosen.parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extra:
            vars(namespace).setdefault('_unrecognized_args', [])
            namespace._unrecognized_args.extend(extra)


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                return getattr(_sys.stdin, 'buffer', _sys.stdin) if 'b' in self._mode else _sys.stdin
            if any(c in self._mode for c in 'wax'):
                return getattr(_sys.stdout, 'buffer', _sys.stdout) if 'b' in self._mode else _sys.stdout
            raise ValueError(f'argument "-" with mode {self._mode!r}')
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}") from None

    def __repr__(self):
        args = [repr(arg) for arg in (self._mode, self._bufsize) if arg != -1]
        args += [f'{name}={value!r}' for name, value in (('encoding', self._encoding), ('errors', self._errors)) if value is not None]
        return f'{type(self).__name__}({", ".join(args)})'


# ---- parsers ----


class _ActionsContainer:
    def __init__(self, description=None, prefix_chars='-', argument_default=None, conflict_handler='error'):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
        self.conflict_handler = conflict_handler
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._registries = {'action': {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction,
                                       'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction, 'append': _AppendAction,
                                       'append_const': _AppendConstAction, 'count': _CountAction, 'help': _HelpAction,
                                       'version': _VersionAction, 'parsers': _SubParsersAction, 'extend': _ExtendAction}, 'type': {}}

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        prefixes = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in prefixes:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        kind = kwargs.pop('action', None)
        cls = self._registries['action'].get(kind, kind)
        if not callable(cls):
            raise ValueError(f'unknown action "{cls}"')
        action = cls(**kwargs)
        if action.type is not None and not callable(self._registries['type'].get(action.type, action.type)):
            raise ValueError(f'{action.type!r} is not callable')
        if action.type is FileType:
            raise ValueError(f'{FileType!r} is a FileType class object, instance of it must be passed')
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError('length of metavar tuple does not match nargs') from None
        return self._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
            kwargs['required'] = True
        if kwargs.get('nargs') == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character {self.prefix_chars!r}')
        dest = kwargs.pop('dest', None)
        if dest is None:
            longs = [o for o in args if len(o) > 1 and o[1] in self.prefix_chars]
            dest = (longs[0] if longs else args[0]).lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {args[0]!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _add_action(self, action):
        known = self._option_string_actions
        conflicts = [o for o in action.option_strings if o in known]
        if conflicts:
            if self.conflict_handler == 'resolve':
                for option in conflicts:
                    known[option].option_strings.remove(option)
                    if not known[option].option_strings:
                        self._actions.remove(known[option])
                        for group in self._action_groups:
                            if known[option] in group._group_actions:
                                group._group_actions.remove(known[option])
                    del known[option]
            else:
                raise ArgumentError(action, f'conflicting option string{"s" if len(conflicts) > 1 else ""}: {", ".join(conflicts)}')
        self._actions.append(action)
        for option in action.option_strings:
            known[option] = action
        return action

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(description, container.prefix_chars, container.argument_default, container.conflict_handler)
        self._container = container
        self.title = title
        self._group_actions = []
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            prefix = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            titles = {g.title: g for g in self._action_groups}
            owner = {}
            for group in parent._action_groups:
                target = titles.get(group.title)
                if target is None:
                    target = self.add_argument_group(group.title, group.description)
                for action in group._group_actions:
                    owner[action] = target
            for group in parent._mutually_exclusive_groups:
                copy = self.add_mutually_exclusive_group(required=group.required)
                copy._group_actions.extend(group._group_actions)
            for action in parent._actions:
                owner.get(action, self)._add_action(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        return f'ArgumentParser(prog={self.prog!r}, usage={self.usage!r}, description={self.description!r}, formatter_class={self.formatter_class!r}, conflict_handler={self.conflict_handler!r}, add_help={self.add_help!r})'

    def _add_action(self, action):
        super()._add_action(action)
        (self._optionals if action.option_strings else self._positionals)._group_actions.append(action)
        return action

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, **kwargs):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        if title is not None or description is not None:
            self._subparsers = self.add_argument_group(title or 'subcommands', description)
        else:
            self._subparsers = self._positionals
        if prog is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, [a for a in self._actions if not a.option_strings], self._mutually_exclusive_groups, '')
            prog = formatter.format_help().strip()
        kwargs.pop('action', None)
        action = _SubParsersAction([], prog, parser_class or type(self), **kwargs)
        self._subparsers._add_action(action)
        return action

    # ---- parsing ----

    def parse_args(self, args=None, namespace=None):
        namespace, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error(f'unrecognized arguments: {" ".join(extra)}')
        return namespace

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, extra = self.parse_known_intermixed_args(args, namespace)
        if extra:
            self.error(f'unrecognized arguments: {" ".join(extra)}')
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Options first, then the positionals from what is left."""
        positionals = [a for a in self._actions if not a.option_strings]
        optionals = [a for a in self._actions if a.option_strings]
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        for group in self._mutually_exclusive_groups:
            if any(action in positionals for action in group._group_actions):
                raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        usage, saved = self.usage, [(a, a.nargs, a.default, a.required) for a in self._actions]
        groups = [(group, group.required) for group in self._mutually_exclusive_groups]

        def restore():
            for action, action.nargs, action.default, action.required in saved:
                pass
        try:
            if usage is None:
                self.usage = self.format_usage()[7:].rstrip('\n').replace('%', '%%')
            for action in positionals:
                action.nargs, action.default, action.required = SUPPRESS, SUPPRESS, False
            namespace, remaining = self.parse_known_args(args, namespace)
            for action in positionals:
                if getattr(namespace, action.dest, None) == []:
                    delattr(namespace, action.dest)
            restore()
            for action in optionals:
                action.required = False
            for group, _ in groups:
                group.required = False
            return self.parse_known_args(remaining, namespace)
        finally:
            self.usage = usage
            restore()
            for group, required in groups:
                group.required = required

    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                namespace, extra = self._parse(args, namespace)
            except ArgumentError as e:
                self.error(str(e))
        else:
            namespace, extra = self._parse(args, namespace)
        if hasattr(namespace, '_unrecognized_args'):
            extra.extend(namespace._unrecognized_args)
            del namespace._unrecognized_args
        return namespace, extra

    def _from_files(self, args):
        out = []
        for arg in args:
            if arg and arg[0] in self.fromfile_prefix_chars:
                try:
                    with open(arg[1:]) as f:
                        lines = []
                        for line in f.read().splitlines():
                            lines.extend(self.convert_arg_line_to_args(line))
                        out.extend(self._from_files(lines))
                except OSError as e:
                    raise ArgumentError(None, str(e)) from None
            else:
                out.append(arg)
        return out

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _option_of(self, arg):
        """None: a positional; else (action or None, option string, attached value or None)."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        known = self._option_string_actions
        if arg in known:
            return known[arg], arg, None
        if len(arg) == 1:
            return None
        if '=' in arg:
            option, _, value = arg.partition('=')
            if option in known:
                return known[option], option, value
        double = arg[1] in self.prefix_chars
        matches = []
        if double:
            if self.allow_abbrev:
                option, equals, value = arg.partition('=')
                matches = [(known[o], o, value if equals else None) for o in known if o.startswith(option)]
        else:
            option, equals, value = arg.partition('=')
            short = arg[:2]
            for o in known:
                if o == short:
                    matches.append((known[o], o, arg[2:]))
                elif self.allow_abbrev and o.startswith(option):
                    matches.append((known[o], o, value if equals else None))
        if len(matches) > 1:
            raise ArgumentError(None, f'ambiguous option: {arg} could match {", ".join([m[1] for m in matches])}')
        if matches:
            return matches[0]
        if self._looks_negative(arg) and not any(self._looks_negative(o) for o in known):
            return None
        return None if ' ' in arg else (None, arg, None)

    def _looks_negative(self, text):
        body = text[1:]
        return text[0] == '-' and (body.isdigit() or body.count('.') == 1 and body.replace('.', '').isdigit() and not body.endswith('.'))

    def _parse(self, args, namespace):
        if self.fromfile_prefix_chars is not None:
            args = self._from_files(args)
        kinds = []      # per argument: None positional, '-' the separator, or what _option_of says
        for i, arg in enumerate(args):
            if arg == '--':
                kinds.append('-')
                kinds.extend([None] * (len(args) - i - 1))
                break
            kinds.append(self._option_of(arg))
        extra, seen, used = [], set(), set()
        positionals = [a for a in self._actions if not a.option_strings]

        def take(action, values, option=None):
            seen.add(action)
            value = self._values(action, values)
            if value is not action.default:
                used.add(action)
                for group in self._mutually_exclusive_groups:
                    if action in group._group_actions:
                        for other in group._group_actions:
                            if other in used and other is not action:
                                raise ArgumentError(action, f'not allowed with argument {_argument_name(other)}')
            if value is not SUPPRESS:
                action(self, namespace, value, option)

        def run(i, everything=False):
            """How many arguments from i on an action that takes positionals may have."""
            n = i
            while n < len(args) and (kinds[n] is None or kinds[n] == '-' or everything):
                n += 1
            return n

        def consume_positionals(i):
            end = run(i)
            available = [k for k in range(i, end) if kinds[k] != '-']
            counts = self._share(positionals, len(available), end == len(args))
            for action, count in zip(list(positionals), counts):
                if action.nargs in (PARSER, REMAINDER):
                    if action.nargs == PARSER and not available:
                        break
                    start = available[0] if available else i
                    values = args[start:]
                    if values and values[0] == '--' and action.nargs == REMAINDER:
                        values = values[1:]
                    positionals.remove(action)
                    take(action, values)
                    return len(args)
                chosen, available = available[:count], available[count:]
                positionals.remove(action)
                take(action, [args[k] for k in chosen])
                if chosen:
                    i = chosen[-1] + 1
            return i

        i = 0
        last_option = max([k for k, kind in enumerate(kinds) if isinstance(kind, tuple)], default=-1)
        while i <= last_option:
            following = next(k for k in range(i, len(args)) if isinstance(kinds[k], tuple))
            if i != following:
                moved = consume_positionals(i)
                if moved > i:
                    i = moved
                    if i > last_option:
                        break
                    continue
                extra.extend(args[i:following])
                i = following
                continue
            action, option, attached = kinds[i]
            if action is None:
                extra.append(args[i])
                i += 1
                while i < len(args) and kinds[i] is None and not positionals:
                    extra.append(args[i])
                    i += 1
                continue
            i += 1
            while True:
                if attached is None or action.nargs != 0:
                    break
                if option[1:2] in self.prefix_chars or not attached:
                    raise ArgumentError(action, f'ignored explicit argument {attached!r}')
                take(action, [], option)        # -xyz: y is another option
                option = option[0] + attached[0]
                rest = attached[1:]
                if option not in self._option_string_actions:
                    raise ArgumentError(action, f'ignored explicit argument {attached!r}')
                action, attached = self._option_string_actions[option], rest or None
                if attached is not None and action.nargs != 0 and attached[0] == '=':
                    attached = attached[1:]
            if attached is not None:
                if isinstance(action.nargs, int) and action.nargs > 1:
                    raise ArgumentError(action, self._expected(action))
                take(action, [attached], option)
                continue
            end = run(i, action.nargs == REMAINDER)
            if action.nargs != REMAINDER and '-' in kinds[i:end]:
                end = kinds.index('-', i)
            available = list(range(i, end))
            least, most = self._bounds(action)
            if len(available) < least:
                raise ArgumentError(action, self._expected(action))
            chosen = available if most is None else available[:most]
            take(action, [args[k] for k in chosen], option)
            if chosen:
                i = chosen[-1] + 1
        if i < len(args) or positionals:
            i = consume_positionals(i)
        rest = args[i:]
        extra.extend(rest)
        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                missing.append(_argument_name(action))
            elif action.default is not None and isinstance(action.default, str) and hasattr(namespace, action.dest) \
                    and action.default is getattr(namespace, action.dest):
                setattr(namespace, action.dest, self._get_value(action, action.default))
        if missing:
            self.error(f'the following arguments are required: {", ".join(missing)}')
        for group in self._mutually_exclusive_groups:
            if group.required and not any(a in used for a in group._group_actions):
                names = [_argument_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                self.error(f'one of the arguments {" ".join(names)} is required')
        return namespace, extra

    def _bounds(self, action):
        nargs = action.nargs
        if nargs is None:
            return 1, 1
        if nargs == OPTIONAL:
            return 0, 1
        if nargs in (ZERO_OR_MORE, REMAINDER):
            return 0, None
        if nargs in (ONE_OR_MORE, PARSER):
            return 1, None
        if nargs == SUPPRESS:
            return 0, 0
        return nargs, nargs

    def _share(self, actions, n, last):
        """Numbers of arguments for the first of `actions`, as many as n arguments satisfy; greedy from the left."""
        bounds = [self._bounds(a) for a in actions]
        total = len(actions)
        while total and sum([b[0] for b in bounds[:total]]) > n:
            total -= 1
        if not last:        # optional ones at the end wait for more arguments
            while total and bounds[total - 1][0] == 0 and sum([b[0] for b in bounds[:total]]) >= n and n == 0:
                total -= 1
        counts, left = [], n
        for k in range(total):
            later = sum([b[0] for b in bounds[k + 1:total]])
            least, most = bounds[k]
            count = left - later if most is None else min(most, left - later)
            counts.append(max(count, least))
            left -= counts[-1]
        return counts

    def _expected(self, action):
        texts = {None: 'expected one argument', OPTIONAL: 'expected at most one argument', ONE_OR_MORE: 'expected at least one argument'}
        if action.nargs in texts:
            return texts[action.nargs]
        return f'expected {action.nargs} argument{"" if action.nargs == 1 else "s"}'

    def _values(self, action, strings):
        nargs = action.nargs
        if nargs == OPTIONAL and not strings:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check(action, value)
            return value
        if nargs == ZERO_OR_MORE and not strings and not action.option_strings:
            value = action.default if action.default is not None else []
            return value
        if len(strings) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, strings[0])
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._get_value(action, s) for s in strings]
        if nargs == PARSER:
            value = [self._get_value(action, s) for s in strings[:1]] + strings[1:]
            self._check(action, value[0])
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        if nargs == 0:
            return []
        value = [self._get_value(action, s) for s in strings]
        for v in value:
            self._check(action, v)
        return value

    def _get_value(self, action, string):
        convert = self._registries['type'].get(action.type, action.type)
        if convert is None:
            return string
        try:
            return convert(string)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {string!r}') from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {", ".join(map(repr, action.choices))})')

    # ---- output ----

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            file = _sys.stderr if file is None else file
            try:
                file.write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')
