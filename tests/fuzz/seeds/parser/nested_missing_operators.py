a = b = R**x,e {k: v for(k,fJJJJJJJJJJJ{k: v for(JJJJJJJJJJJJJx,e {k: v for(k,f"{JJJJJJJJJJJJJx,e {k: v for(k,f"{JJJJJJJJJJJJJJJJJJ{k: v for(JJJJJJJJJJJJJx,e {k: v for(k,clasesstJJJJJJJJJJJJJ{k: v for(k,f"{JJJJJJJJJ\
 {kv for(k,fJJJJJKJJJJJ{k: v for(JJJJJJJJJJJJJx,e {k: v for(k,f"{JJJJJJJJJJJJJx,e {k: v for(k,f"{JJJJJJJJJJJJJJJJJJ{k: v for(JJJJJJJJJJJJJx,e : v for(k,f&{JJJJJJT"
