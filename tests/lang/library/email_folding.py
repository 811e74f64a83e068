# Headers folded and encoded, attachments, defects.
import email, email.policy, email.utils
from email.message import EmailMessage, Message
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.application import MIMEApplication
from email.header import Header, decode_header, make_header
m = EmailMessage()
m['Subject'] = 'A rather long subject line that goes on and on, beyond the seventy-eight characters that lines should have at most'
m['From'] = 'Jörg Müller <joerg@example.com>'
m['To'] = ', '.join(f'Person Number {i} <person{i}@example.com>' for i in range(6))
m['Cc'] = 'ä@example.com'
m['X-Long'] = 'x' * 100
m['X-Words'] = ' '.join(['word'] * 30)
m['Date'] = 'Mon, 01 Jan 2024 10:00:00 +0000'
m.set_content('Hello\nWörld\n' + 'long ' * 40 + '\n')
print(m.as_string())
m.add_alternative('<p>Hällo</p>', subtype='html')
m.add_attachment(b'\x00\x01data', maintype='application', subtype='octet-stream', filename='dätä.bin')
m.add_attachment('text, here', filename='a.txt')
s = m.as_string()
import re
s = re.sub(r'={15}\d+==', 'BOUNDARY', s)
print(s)
n = email.message_from_string(m.as_string(), policy=email.policy.default)
print(n['subject'], n['from'].addresses[0].display_name, len(n['to'].addresses), n.is_multipart())
for part in n.walk(): print(part.get_content_type(), part.get_filename(), part.get_content_disposition(), part.defects)
print(n.get_body(preferencelist=('plain',)).get_content()[:20])
for a in n.iter_attachments(): print(a.get_filename(), a.get_content())
o = MIMEMultipart('mixed', boundary='XX')
o['Subject'] = Header('Grüße aus Köln, eine sehr lange Betreffzeile die umgebrochen werden muss weil sie lang ist', 'utf-8')
o['From'] = 'a@b.c'
o.attach(MIMEText('plain ü', 'plain', 'utf-8'))
o.attach(MIMEText('ascii only'))
o.attach(MIMEApplication(b'abc', Name='x.bin'))
print(o.as_string())
print(decode_header(o['Subject'].encode()), str(make_header(decode_header('=?utf-8?b?R3LDvMOfZQ==?= plain =?iso-8859-1?q?f=FCr?='))))
c = Message()
c['Subject'] = 'A rather long subject line that goes on and on, beyond the seventy-eight characters that lines should have at most'
c['Received'] = 'from a.example.com (a.example.com [1.2.3.4]) by b.example.com with ESMTP id ABC123; Mon, 01 Jan 2024 10:00:00 +0000'
c.set_payload('body')
print(c.as_string())
raw = 'Subject: x\nNoColonHere\nTo: y\n\nbody'
d = email.message_from_string(raw)
print(d.defects, d.keys(), repr(d.get_payload()))
raw = 'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain\n\nhi\n'
d = email.message_from_string(raw, policy=email.policy.default)
print(d.defects, [p.get_content_type() for p in d.walk()])
raw = 'Content-Type: multipart/mixed\n\n--B\n\nhi\n--B--\n'
d = email.message_from_string(raw); print(d.defects, d.is_multipart())
raw = 'Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\naGVsbG8\n'
d = email.message_from_string(raw, policy=email.policy.default); print(d.get_payload(decode=True), d.get_content(), d.defects)
d = email.message_from_string('Date: nonsense\nFrom: a@b, "c d" <e@f>, g\nSubject: =?utf-8?q?a_b?=\n\n', policy=email.policy.default)
print(d['date'].datetime, d['date'].defects, d['from'].addresses, d['subject'])
p = email.policy.SMTP
m2 = EmailMessage(policy=p); m2['Subject']='x'; m2.set_content('y'); print(m2.as_bytes())
m3 = EmailMessage(policy=email.policy.default.clone(max_line_length=40)); m3['Subject'] = 'some words that need to be folded because forty is short'; m3['To']='first@example.com, second@example.com, third@example.com'; m3.set_content('z'); print(m3.as_string())
print(email.utils.formataddr(('Jörg', 'a@b.c')), email.utils.getaddresses(['A <a@b>, c@d']), email.utils.parseaddr('"X, Y" <z@w>'), email.utils.parsedate_to_datetime('Mon, 01 Jan 2024 10:00:00 -0500'))
try:
    m['Subject'] = 'twice'
except ValueError as e: print(e)
try:
    m3['X'] = 'a\nb'
except ValueError as e: print(e)
del m['subject']; m['Subject'] = 'once'; m.replace_header('Subject', 'again'); print(m['subject'], m.get_all('subject'))
m4 = EmailMessage(); m4['Subject'] = 'Ünïcödé ' * 11 + 'x'; m4['Message-ID'] = '<abc@def>'; m4['References'] = ' '.join(f'<id{i}@example.com>' for i in range(8)); m4.set_content('ü' * 100); print(m4.as_string()); print(bytes(m4)[:80])
