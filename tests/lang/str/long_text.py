# Texts longer than what is done between two looks at the interrupt word.
s=("ΑΣ ΟΔΥΣΣΕΥΣ straße É "*300000)
for f in ("upper","lower","casefold","swapcase","title","capitalize"):
    r=getattr(s,f)(); print(f,len(r),hash(r)==hash(getattr(s,f)()), r[:30], r[-30:], r.count("ς"), r.count("σ"))
t=s.replace(" ","")
print(len(t.lower()), t.lower().count("ς"))
for w in (f"{5:020000000d}", f"{'x':é>5000000}", f"{1.5:^9000000}", "%09000000d"%-5, "%-9000000s|"%"é", f"{12345:,}", f"{12345:020,}", f"{-5:=9000000}"):
    print(len(w), w[:5], w[-5:])
print((" "*9000000+"x"+"\n"*5000000).strip(), (" "*9000000).isspace(), ("a"*9000000+"1").isalpha(), ("Ab "*3000000).istitle(), ("Ab"*9000000)[::-3][:4], len(("Ab"*9000000)[::-3]))
