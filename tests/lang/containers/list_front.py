import random
r=random.Random(5)
for trial in range(60):
    a=[]; b=[]   # b: model by slices
    for step in range(60):
        op=r.randrange(12); x=r.randrange(1000)
        if op<4: a.append(x); b=b+[x]
        elif op<6 and a:
            p=a.pop(0); assert p==b[0]; b=b[1:]
        elif op==6 and a:
            del a[0]; b=b[1:]
        elif op==7: a.insert(0,x); b=[x]+b
        elif op==8: a[2:4]=[x,x,x]; b=b[:2]+[x,x,x]+b[4:]
        elif op==9: a.extend(range(20)); b=b+list(range(20))
        elif op==10: a.sort(key=lambda v:-v); b=sorted(b,key=lambda v:-v)
        elif op==11 and step%7==0: a.clear(); b=[]
        assert a==b and len(a)==len(b),(a,b)
q=list(range(20000)); s=0
while q:
    s+=q.pop(0)
    if s%3==0 and len(q)<10000: q.append(1)
    if s%1000==0: q.sort()
print(s)
q=list(range(50)); it=iter(q)
print([next(it), q.pop(0), next(it), q.pop(0), next(it)], q[:3])
print(q.index(5), q[::-1][:2], q*2==q+q, q.copy()==q)
