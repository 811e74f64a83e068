# The module tokenize.
import io
import token
import tokenize

SOURCE = '''\
import os  # comment
def f(a, *b):
    """doc
    string"""
    if a >= 0x1F and b:
        return f"{a}" + rb'x' \\
            + 1.5e3j
    # end

x: int = [1,
          2]
'''
for tok in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    print(token.tok_name[tok.exact_type], repr(tok.string), tok.start, tok.end)
data = SOURCE.encode()
tokens = list(tokenize.tokenize(io.BytesIO(data).readline))
print(tokens[0])
print(tokenize.untokenize(tokens) == data)
print(tokenize.untokenize([t[:2] for t in tokens]).decode())
print(tokenize.detect_encoding(io.BytesIO(b'# coding: latin-1\nx\n').readline))
print(tokenize.detect_encoding(io.BytesIO(b'\xef\xbb\xbfx\n').readline))
for bad in ("'''abc", '(1,', 'if x:\n    a\n  b\n'):
    try:
        list(tokenize.generate_tokens(io.StringIO(bad).readline))
    except (tokenize.TokenError, IndentationError) as exc:
        print(type(exc).__name__, exc.args)
print([t.string for t in tokenize.generate_tokens(io.StringIO('a $ b').readline)])
print(token.ISEOF(0), token.ISTERMINAL(5), token.ISNONTERMINAL(300), token.EXACT_TOKEN_TYPES['**='])
