"""The help texts of argparse: formatters, which programs subclass."""
import os as _os
import re as _re

SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'


class _Section:
    """A heading and what stands below it: pairs of a function and its arguments."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent()
        body = formatter._join_parts([make(*args) for make, args in self.items])
        if self.parent is not None:
            formatter._dedent()
        if not body:
            return ''
        heading = '' if self.heading in (None, SUPPRESS) else f'{"":{formatter._current_indent}}{self.heading}:\n'
        return formatter._join_parts(['\n', heading, body, '\n'])


class HelpFormatter:
    """Lays out usage and help."""
    _Section = _Section

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            columns = _os.environ.get('COLUMNS', '') if hasattr(_os, 'environ') else ''
            width = (int(columns) if columns.isdigit() and int(columns) else 80) - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._Section(self, None)
        self._current_section = self._root_section

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    # What a parser says about itself.

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    def start_section(self, heading):
        self._indent()
        section = self._Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        longest = len(self._format_action_invocation(action))
        for sub in self._iter_indented_subactions(action):
            longest = max(longest, len(self._format_action_invocation(sub)) + self._indent_increment)
        self._action_max_length = max(self._action_max_length, longest + self._current_indent)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    # The text.

    def format_help(self):
        text = self._root_section.format_help()
        return _re.sub('\n\n\n+', '\n\n', text).strip('\n') + '\n' if text else text

    def _join_parts(self, part_strings):
        return ''.join([part for part in part_strings if part and part is not SUPPRESS])

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            usage = usage % dict(prog=self._prog)
        elif not actions:
            usage = self._prog
        else:
            usage = self._wrapped_usage(actions, groups, prefix)
        return f'{prefix}{usage}\n\n'

    def _wrapped_usage(self, actions, groups, prefix):
        actions = [a for a in actions if a.help is not SUPPRESS]
        options = self._usage_parts([a for a in actions if a.option_strings], groups, actions)
        positionals = self._usage_parts([a for a in actions if not a.option_strings], groups, actions)
        prog = str(self._prog)
        usage = ' '.join([prog] + options + positionals)
        room = self._width - self._current_indent
        if len(prefix) + len(usage) <= room:
            return usage

        def lines_of(parts, indent, first=None):
            lines, line, length = [], [], len(indent if first is None else first) - 1
            for part in parts:
                if length + 1 + len(part) > room and line:
                    lines.append(indent + ' '.join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if first is not None:
                lines[0] = lines[0][len(indent):]
            return lines
        if len(prefix) + len(prog) <= 0.75 * room:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if options:
                lines = lines_of([prog] + options, indent, prefix) + lines_of(positionals, indent)
            elif positionals:
                lines = lines_of([prog] + positionals, indent, prefix)
            else:
                lines = [prog]
        else:
            indent = ' ' * len(prefix)
            lines = lines_of(options + positionals, indent)
            if len(lines) > 1:
                lines = lines_of(options, indent) + lines_of(positionals, indent)
            lines = [prog] + lines
        return '\n'.join(lines)

    def _format_actions_usage(self, actions, groups):
        return ' '.join(self._usage_parts([a for a in actions if a.help is not SUPPRESS], groups))

    def _usage_parts(self, actions, groups, everything=None):
        """The words of a usage; the members of an exclusive group are one when they follow each other."""
        everything = actions if everything is None else everything
        ordered = [a for a in everything if a.option_strings] + [a for a in everything if not a.option_strings]
        grouped = {}
        for group in groups:
            members = [a for a in group._group_actions if a.help is not SUPPRESS]
            if members and members[0] in ordered:
                start = ordered.index(members[0])
                if ordered[start:start + len(members)] == members:
                    for member in members:
                        grouped[member] = group, members
        parts = []
        for action in actions:
            if action not in grouped:
                parts.append(self._usage_part(action))
                continue
            group, members = grouped[action]
            if action is not members[0]:
                continue
            inner = []
            for member in members:
                text = self._usage_part(member, True)
                if not member.option_strings and text[:1] == '[' and text[-1:] == ']':
                    text = text[1:-1]
                inner.append(text)
            text = ' | '.join(inner)
            if len(inner) > 1 or not group.required:
                text = f'({text})' if group.required else f'[{text}]'
            parts.append(text)
        return [part for part in parts if part]

    def _usage_part(self, action, required=False):
        if not action.option_strings:
            return self._format_args(action, self._get_default_metavar_for_positional(action))
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f'{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}'
        return part if action.required or required else f'[{part}]'

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
        return self._fill_text(text, max(self._width - self._current_indent, 11), ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        room = max(self._width - position, 11)
        width = position - self._current_indent - 2
        header = self._format_action_invocation(action)
        pad = ' ' * self._current_indent
        on_line = bool(action.help) and len(header) <= width
        parts = [f'{pad}{header:<{width}}  ' if on_line else f'{pad}{header}\n']
        if action.help and action.help.strip():
            lines = self._split_lines(self._expand_help(action), room)
            if lines:
                parts.append(('' if on_line else ' ' * position) + lines[0] + '\n')
                parts.extend([' ' * position + line + '\n' for line in lines[1:]])
        elif not parts[-1].endswith('\n'):
            parts.append('\n')
        for sub in self._iter_indented_subactions(action):
            parts.append(self._format_action(sub))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return ' '.join(self._metavar_formatter(action, default)(1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join([f'{option} {args}' for option in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join([str(c) for c in action.choices]) + '}'
        else:
            name = default_metavar
        return lambda n: name if isinstance(name, tuple) else (name,) * n

    def _format_args(self, action, default_metavar):
        get = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return '%s' % get(1)
        if nargs == OPTIONAL:
            return '[%s]' % get(1)
        if nargs == ZERO_OR_MORE:
            names = get(1)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % get(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % get(1)
        if nargs == SUPPRESS:
            return ''
        try:
            formats = ['%s' for _ in range(nargs)]
        except TypeError:
            raise ValueError('invalid nargs value') from None
        return ' '.join(formats) % get(nargs)

    def _expand_help(self, action):
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            if params[name] is SUPPRESS:
                del params[name]
            elif hasattr(params[name], '__name__'):
                params[name] = params[name].__name__
        if params.get('choices') is not None:
            params['choices'] = ', '.join([str(c) for c in params['choices']])
        return self._get_help_string(action) % params

    def _iter_indented_subactions(self, action):
        try:
            get = action._get_subactions
        except AttributeError:
            return
        self._indent()
        yield from get()
        self._dedent()

    def _one_line(self, text):
        return _re.sub(r'\s+', ' ', text, flags=_re.ASCII).strip()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(self._one_line(text), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(self._one_line(text), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__


for _class in (HelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter, ArgumentDefaultsHelpFormatter, MetavarTypeHelpFormatter):
    _class.__module__ = 'argparse'
del _class
