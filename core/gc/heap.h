// One environment's memory: size-class blocks, large objects, mark and sweep. Non-moving.
//
// Rules
// 1. Allocation never collects. It may set the interrupt word's GC bit; the interpreter collects
//    at the next safepoint (back-edge, call, return).
// 2. Roots are exact for registers, globals and frames. Native C++ frames below a safepoint are
//    scanned conservatively, so a native may keep Values and object pointers in locals across
//    calls into script code. It must not keep the only reference in heap memory of its own
//    (std::vector<Value>): use RootVec.
// 3. Not thread-safe: the owner of the environment's lock uses it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_set>
#include <vector>

#include "core/gc/block_pool.h"
#include "core/vm/object.h"

namespace sl {

class Heap;

// Passed to trace functions; mark() is idempotent and accepts shared objects and null.
class Marker {
 public:
  explicit Marker(Heap& heap) : heap_(heap) {}
  void mark(const Value& v) {
    if (v.tag == kObject) mark(v.o);
  }
  void mark(Obj* o);
  void mark_range(const Value* begin, size_t n);
  void mark_buffer(void* p);                                  // storage from Heap::buffer
  void mark_conservative(const void* low, const void* high);  // words of a native stack
  void drain();
  // Marks what `o` reaches; watched objects on the way are appended after all they hold, their watch ended.
  void trace_doomed(Obj* o, std::vector<Obj*>& order);

 private:
  friend class Heap;
  void trace(Obj* o);
  void push(Obj* o) {
    if (gray_.size() == gray_.capacity() && !grow()) [[unlikely]]
      overflowed_ = true;  // it stays marked; drain() looks for it
    else
      gray_.push_back(o);
  }
  bool grow() noexcept;
  Heap& heap_;
  std::vector<Obj*> gray_;
  bool overflowed_ = false;
};

// Values held in C++ heap memory by a native, registered as roots for its lifetime.
class RootVec {
 public:
  explicit RootVec(Heap& heap);
  ~RootVec();
  RootVec(const RootVec&) = delete;
  RootVec& operator=(const RootVec&) = delete;
  std::vector<Value> items;
  RootVec* next = nullptr;
  RootVec* prev = nullptr;

 private:
  Heap& heap_;
};

class Heap {
 public:
  static constexpr size_t kBlockSize = BlockPool::kBlockSize;
  static constexpr size_t kMaxSmall = 2048;
  static constexpr int kClassCount = 38;

  Heap();
  ~Heap();  // releases every Host object and frees all memory
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // A cell of at least `size` bytes with header {kind, live, 0, 0}; the rest is uninitialised.
  Obj* allocate(Kind kind, size_t size) {
    if (size <= kMaxSmall) [[likely]] {
      int c = class_of(size);
      if (Cell* cell = free_[c]) [[likely]] {
        free_[c] = cell->next;
        return init(cell, kind, c);
      }
      return allocate_slow(kind, c);
    }
    return allocate_large(kind, size);
  }
  template <class T>
  T* make(Kind kind, size_t extra = 0) {
    return static_cast<T*>(allocate(kind, sizeof(T) + extra));
  }

  // Raw storage owned by exactly one object, which must mark it; free_buffer is optional but prompt.
  void* buffer(size_t bytes) { return static_cast<void*>(allocate(Kind::Buffer, bytes + sizeof(Obj)) + 1); }
  void free_buffer(void* p) noexcept;
  Value* values(size_t n) { return static_cast<Value*>(buffer(n * sizeof(Value))); }

  size_t bytes_in_use() const noexcept { return block_bytes_ + large_bytes_; }
  void set_limit(size_t bytes) noexcept { limit_ = bytes; }  // 0: none
  size_t limit() const noexcept { return limit_; }
  // True when `bytes` more would exceed the hard limit.
  bool would_exceed(size_t bytes) const noexcept { return limit_ && bytes_in_use() + bytes > limit_; }

  // Marks from `roots`, then frees what was not reached. At the end of a program every watched object is doomed.
  void collect(const std::function<void(Marker&)>& roots, bool at_end = false);
  size_t live_bytes() const noexcept { return live_bytes_; }  // after the last collection
  // Drops everything, keeping up to `keep` bytes of blocks for the next user.
  void reset(size_t keep);

  // Objects whose end scripts notice: instances with `__del__`, generators that may be suspended inside
  // a handler. What a collection finds unreachable is kept, with all it refers to, until next_doomed()
  // has given it out for its finalizer, holders before what they hold.
  void watch(Obj* o);
  void unwatch(Generator* g) noexcept;
  bool watching() const noexcept { return watching_ != 0; }
  Obj* next_doomed();  // null: none is left
  // May a collection run that memory does not ask for? Each is paid from the budget of its reason.
  enum class Early : uint8_t { Return, Statement };
  bool early_collection(Early why) noexcept;

  void register_host(HostObj* o) { hosts_.push_back(o); }  // so that release() runs

  // For weak references. on_marked runs when reached() tells what the program can still reach, before_sweep when it
  // tells what survives: that, and what finalizers are to see.
  void (*on_marked)(Heap& heap, void* data) = nullptr;
  void (*before_sweep)(Heap& heap, void* data) = nullptr;
  void* weak_data = nullptr;
  void (*after_collect)(Vm& vm) = nullptr;  // may run script code; called at safepoints only
  bool reached(const Obj* o) const noexcept { return o->mark == epoch || o->mark == kSharedMark; }

  // Calls visit for every object of a kind, garbage not yet collected included. It must not allocate.
  void each(Kind kind, const std::function<void(Obj*)>& visit);

  size_t collections() const noexcept { return collections_; }
  std::atomic<uint32_t>* interrupt = nullptr;  // where to raise the bits below
  uint32_t gc_bit = 0, memory_bit = 0;
  RootVec* root_vecs = nullptr;
  uint8_t epoch = 1;

 private:
  friend class Marker;
  void doom(Marker& marker);
  void trace_marked(Marker& marker);  // everything marked, once more
  template <class Visit>
  void each_cell(Visit visit);
  struct Cell {
    Obj header;
    Cell* next;
  };
  // Cells behind the header are carved into the free list a page at a time, on demand.
  struct Block {
    Block* next;
    uint32_t cell_size;
    uint32_t carved;
    uint8_t size_class;
  };
  struct Large {
    size_t bytes;
    size_t index;
  };  // header before a large object

  static int class_of(size_t size) noexcept {
    if (size <= 512) return static_cast<int>((size + 15) / 16) - (size ? 1 : 0);
    return large_class_of(size);
  }
  static int large_class_of(size_t size) noexcept;
  Obj* init(Cell* cell, Kind kind, int c) noexcept {
    unpoison(cell, c);
    Obj* o = &cell->header;
    o->kind = kind;
    o->mark = epoch;
    o->flags = 0;
    o->size_class = static_cast<uint8_t>(c);
    o->aux = 0;
    return o;
  }
#if defined(__SANITIZE_ADDRESS__)
  static void unpoison(Cell* cell, int c) noexcept;  // freed cells are poisoned
#else
  static void unpoison(Cell*, int) noexcept {}
#endif
  Obj* allocate_slow(Kind kind, int c);
  void carve(Block* block);
  Block* new_block();
  void park_block(Block* block);
  Obj* allocate_large(Kind kind, size_t size);
  void sweep();
  void note_growth() noexcept;
  Obj* find_cell(uintptr_t word) const;  // the object a word points into, or null

  Cell* free_[kClassCount] = {};
  Block* blocks_[kClassCount] = {};
  BlockPool block_pool_;
  std::vector<Large*> large_;
  std::vector<HostObj*> hosts_;
  std::unordered_set<uintptr_t> block_set_;
  bool large_sorted_ = false;
  std::vector<std::pair<uintptr_t, uintptr_t>> large_ranges_;  // for conservative scans, made on demand
  size_t block_bytes_ = 0, large_bytes_ = 0;
  size_t limit_ = 0, threshold_ = 8u << 20;
  size_t collections_ = 0, live_bytes_ = 0;
  std::vector<Obj*> watched_;  // in order of creation
  std::vector<Obj*> doomed_;   // the next one last
  size_t watching_ = 0, early_bytes_[2] = {};
};

}  // namespace sl
