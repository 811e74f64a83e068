s="hello"; l=[1,2,3,4]
print(s[::-1], l[::-1], l[::2], l[1::2], l[-1:0:-1], (1,2,3)[::-1], b"abc"[::-1], range(10)[::3])
l[::2]=[9,9]; print(l); del l[::2]; print(l)
class A:
    def __getitem__(self,k): return k
    def __class_getitem__(cls,k): return k
print(A()[::2], A()[1:2:3], A()[1:2:3, ::4], A[::1], A()[1.5::'x'])
print(slice(1,2,3)==A()[1:2:3])
print(A()["a":"b":(1,2)])
