# email: messages made by both interfaces, written, parsed, their headers, addresses and dates.
import datetime
import email
import email.policy
import email.utils
from email.message import EmailMessage, Message
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.application import MIMEApplication
from email.header import Header, decode_header, make_header
from email.headerregistry import Address, Group
from email import encoders
from email.utils import *


def show(s):
    print(s.replace('\r', '\\r'))
    print('-----')


m = MIMEText('Hello world\n')
m['Subject']='Test'
m['From']='a@b.c'
m['To']='x@y.z, q@r.s'
show(m.as_string())
m = MIMEText('Grüße\n', 'plain', 'utf-8')
m['Subject']=Header('Grüße aus München', 'utf-8')
show(m.as_string())
print(m.get_payload(decode=True))
m['X']='é simple'
show(str(m))
mp = MIMEMultipart('alternative', boundary='BOUND')
mp['Subject']='multi'
mp.attach(MIMEText('plain'))
mp.attach(MIMEText('<b>html</b>','html'))
mp.preamble='This is multipart'
show(mp.as_string())
a = MIMEApplication(b'\x00\x01\x02'*40, Name='f.bin')
a.add_header('Content-Disposition','attachment', filename='f.bin')
mp.attach(a)
show(mp.as_string())
p = email.message_from_string(mp.as_string())
print(p.is_multipart(), [x.get_content_type() for x in p.walk()], p.preamble, repr(p.epilogue), p['subject'], p.keys())
for x in p.walk():
    print(x.get_content_type(), x.get_filename(), x.get_content_charset(), x.get_content_disposition(), x.get_payload(decode=True))
print(p.as_string() == mp.as_string())
e = EmailMessage()
e['Subject']='Hello wörld and more'
e['From']=Address('Jörg Müller','jorg','example.com')
e['To']='Bob <bob@x.org>, "Smith, Al" <al@y.org>'
e['Date']=datetime.datetime(2024,1,2,3,4,5,tzinfo=datetime.timezone.utc)
e.set_content('Text body\nsecond line\n')
show(e.as_string())
show(e.as_bytes().decode())
e.add_alternative('<p>html é</p>', subtype='html')
e.add_attachment(b'PDFDATA'*20, maintype='application', subtype='pdf', filename='doc.pdf')
e.add_attachment('text att\n', filename='notes.txt')
e.set_boundary('OUTER')
e.get_payload(0).set_boundary('INNER')
show(e.as_string())
print([x.get_filename() for x in e.iter_attachments()], e.get_body().get_content_type(), e.get_body(('plain',)).get_content())
q = email.message_from_bytes(e.as_bytes(), policy=email.policy.default)
print(type(q).__name__, q['subject'], q['from'].addresses[0].display_name, q['to'].addresses, q['date'].datetime, q['content-type'].content_type, dict(q['content-type'].params))
for part in q.iter_attachments(): print(part.get_filename(), part.get_content())
print(q.get_body(('html',)).get_content())
for s in ('Al <a@b.c>', 'a@b.c', '"Quoted, Name" <q@x.y>', 'a@b (Comment)', 'x, y@z', '<only@x>', '', 'John Q. Public <jqp@x.org>', 'foo bar', 'grp: a@b, c@d;'): print(repr(s), parseaddr(s), getaddresses([s]))
print(formataddr(('Al B','a@b.c')), formataddr(('B, Al','a@b.c')), formataddr(('Jörg','a@b.c')), formataddr(('', 'x@y')), formataddr(('q"x','x@y')))
for d in ('Mon, 20 Nov 1995 19:12:08 -0500', 'Fri, 09 Feb 2024 10:00:00 GMT', '20 Nov 95 19:12', 'bad', 'Thu, 1 Jan 1970 00:00:00 +0000', 'Sat Nov 22 02:01:37 2026', ''): print(d, parsedate(d), parsedate_tz(d), mktime_tz(parsedate_tz(d)) if parsedate_tz(d) else None)
print(parsedate_to_datetime('Mon, 20 Nov 1995 19:12:08 -0500'), parsedate_to_datetime('Mon, 20 Nov 1995 19:12:08 -0000'))
print(formatdate(0), formatdate(0, usegmt=True), format_datetime(datetime.datetime(2020,2,3,4,5,6)), format_datetime(datetime.datetime(2020,2,3,4,5,6,tzinfo=datetime.timezone(datetime.timedelta(hours=2)))))
print(decode_header('=?iso-8859-1?q?p=F6stal?= foo'), decode_header('plain'), decode_header('=?utf-8?b?R3LDvMOfZQ==?= =?utf-8?q?x?='), make_header(decode_header('=?utf-8?q?Gr=C3=BC=C3=9Fe?= x')))
print(Header('plain text').encode(), Header('Grüße', 'iso-8859-1').encode(), Header('x'*30 + ' ' + 'y'*60, header_name='Subject').encode(), Header('é'*60,'utf-8', header_name='Subject').encode())
h = Header('Hello ')
h.append('wörld', 'utf-8')
h.append(' again')
print(h.encode(), str(h), h == 'Hello wörld again')
msg = Message()
msg['Subject']='s'
msg['X']='1'
msg['X']='2'
print(msg.get_all('x'), msg.get('nope'), 'x' in msg, len(msg), msg.items())
del msg['x']
msg.replace_header('subject','new')
print(msg.items())
try:
    msg.replace_header('no','v')
except KeyError as ex:
    print('KeyError', ex)
msg.add_header('Content-Disposition','attachment', filename='ü.txt')
print(msg['content-disposition'], msg.get_filename())
msg.set_payload('body')
msg.set_type('text/html')
msg.set_param('charset','utf-8')
print(msg.as_string())
print(msg.get_params(), msg.get_param('charset'))
msg.del_param('charset')
print(msg['content-type'])
try:
    e['Subject']='again'
except ValueError as ex:
    print(ex)
try:
    e['X']='a\nb'
except ValueError as ex:
    print(ex)
t = 'From: a\nSubject: long\n folded\nX-Y: z\n\nbody\n'
mm = email.message_from_string(t)
print(repr(mm['subject']), mm.get_payload(), mm.as_string() == t)
mm = email.message_from_string(t, policy=email.policy.default)
print(repr(str(mm['subject'])), mm.as_string())
bad = email.message_from_string('Content-Type: multipart/mixed; boundary=x\n\nno boundary here')
print(bad.defects, bad.is_multipart(), [type(d).__name__ for d in bad.defects])
e2 = EmailMessage()
e2['Subject'] = 'A very long subject line that goes on and on until it really has to be folded somewhere because it is long'
e2['To'] = ', '.join(f'Person Number {i} <person{i}@example.com>' for i in range(5))
e2.set_content('x')
show(e2.as_string())
e3 = EmailMessage()
e3.set_content('Ünïcödé text ' * 20)
show(e3.as_string())
e3.set_content('short é\n')
show(e3.as_string())
show(e3.as_bytes().decode('utf8'))
e3.set_content('<p>x</p>', subtype='html', cte='base64')
show(e3.as_string())
print(email.policy.default, email.policy.SMTP.linesep == '\r\n', email.policy.default.clone(max_line_length=40).max_line_length)
e4 = EmailMessage(policy=email.policy.SMTP)
e4['Subject']='x'
e4.set_content('a\nb\n')
print(e4.as_bytes())
print(Address('A B','a','b.c'), repr(Address('A','a','b.c')), Group('g',[Address('x','y','z.w')]), Address(addr_spec='u@v.w').domain, str(Address('O\'Neil, P','p','q.r')))
fwd = EmailMessage()
fwd['Subject']='fwd'
fwd.set_content('see')
fwd.add_attachment(e4)
fwd.set_boundary('FF')
print(fwd.as_string())
