#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

#include "core/gc/heap.h"

namespace sl {

namespace {

// Most of the time of a collection is waiting for headers: they are asked for this many values ahead.
constexpr size_t kAhead = 8;
constexpr size_t kReserveBytes = 256 * 1024;  // large enough to be a mapping of its own, which any thread can use again

inline void prefetch(const Value& v) {
  if (v.tag == kObject) __builtin_prefetch(v.o, 1);
}

}  // namespace

void Marker::mark(Obj* o) {
  while (o && o->mark != heap_.epoch && o->mark != kSharedMark) {
    o->mark = heap_.epoch;
    if (o->kind != Kind::Str) {
      if (o->kind > Kind::Buffer) push(o);
      return;
    }
    o = static_cast<Str*>(o)->owner;
  }
}

void Marker::mark_range(const Value* begin, size_t n) {
  size_t i = 0;
  for (; i + kAhead < n; ++i) {
    prefetch(begin[i + kAhead]);
    mark(begin[i]);
  }
  for (; i < n; ++i) mark(begin[i]);
}

void Marker::mark_buffer(void* p) {
  if (!p) return;
  Obj* o = static_cast<Obj*>(p) - 1;
  if (o->mark != kSharedMark) o->mark = heap_.epoch;
}

__attribute__((no_sanitize("address", "thread", "undefined"))) void Marker::mark_conservative(const void* low, const void* high) {
  if (!heap_.large_sorted_) {
    heap_.large_ranges_.clear();
    for (auto* l : heap_.large_) {
      auto start = reinterpret_cast<uintptr_t>(l + 1);
      heap_.large_ranges_.emplace_back(start, start + l->bytes);
    }
    std::sort(heap_.large_ranges_.begin(), heap_.large_ranges_.end());
    heap_.large_sorted_ = true;
  }
  auto p = (reinterpret_cast<uintptr_t>(low) + 7) & ~uintptr_t{7};
  for (; p + 8 <= reinterpret_cast<uintptr_t>(high); p += 8) {
    uintptr_t word = *reinterpret_cast<const uintptr_t*>(p);
    if (Obj* o = heap_.find_cell(word)) mark(o);
  }
}

void Marker::drain() {
  for (;;) {
    while (!gray_.empty()) {
      Obj* o = gray_.back();
      gray_.pop_back();
      trace(o);
    }
    if (!overflowed_) return;
    overflowed_ = false;
    heap_.trace_marked(*this);
  }
}

bool Marker::grow() noexcept {
  // Without any room every object would overflow and each be looked for in the whole heap.
  static std::atomic<void*> reserve{std::malloc(kReserveBytes)};
  for (bool again : {true, false}) {
    try {
      gray_.reserve(std::max<size_t>(1024, gray_.capacity() * 2));
      if (!reserve.load(std::memory_order_relaxed)) std::free(reserve.exchange(std::malloc(kReserveBytes)));
      return true;
    } catch (const std::bad_alloc&) {
      if (!again || gray_.capacity()) return false;
      std::free(reserve.exchange(nullptr));
    }
  }
  return false;
}

void Marker::trace(Obj* o) {
  switch (o->kind) {
    case Kind::ByteArray: mark_buffer(static_cast<ByteArray*>(o)->data); break;
    case Kind::List: {
      auto* l = static_cast<List*>(o);
      if (l->items) mark_buffer(l->items - l->aux);  // list_storage()
      if (l->items) mark_range(l->items, l->size);
      break;
    }
    case Kind::Tuple: {
      auto* t = static_cast<Tuple*>(o);
      mark_range(t->items, t->size);
      break;
    }
    case Kind::Dict: {
      auto* d = static_cast<Dict*>(o);
      mark_buffer(d->entries);
      mark_buffer(d->index);
      for (uint32_t i = 0; i < d->fill; ++i) {
        if (i + kAhead < d->fill) {
          prefetch(d->entries[i + kAhead].key);
          prefetch(d->entries[i + kAhead].value);
        }
        mark(d->entries[i].key);
        mark(d->entries[i].value);
      }
      break;
    }
    case Kind::Set:
    case Kind::FrozenSet: {
      auto* s = static_cast<Set*>(o);
      mark_buffer(s->table);
      if (s->table)
        for (uint32_t i = 0; i <= s->mask; ++i) mark(s->table[i].key);
      break;
    }
    case Kind::Range: mark_range(&static_cast<Range*>(o)->start, 4); break;
    case Kind::Slice: mark_range(&static_cast<Slice*>(o)->start, 3); break;
    case Kind::Cell: mark(static_cast<Cell*>(o)->value); break;
    case Kind::Function: {
      auto* f = static_cast<Function*>(o);
      mark(f->module);
      mark(f->defaults);
      mark(f->kw_defaults);
      mark(f->cells);
      mark(f->name);
      mark(f->qualname);
      mark(f->doc);
      mark(f->attrs);
      mark(f->annotations);
      break;
    }
    case Kind::BoundMethod:
      mark(static_cast<BoundMethod*>(o)->self);
      mark(static_cast<BoundMethod*>(o)->function);
      break;
    case Kind::Module: {
      auto* m = static_cast<Module*>(o);
      mark(m->name);
      mark_buffer(m->slots);
      if (m->slots) mark_range(m->slots, m->slot_capacity);
      mark(m->extra);
      break;
    }
    case Kind::Class: {
      auto* c = static_cast<Class*>(o);
      mark(c->name);
      mark(c->qualname);
      mark(c->module);
      mark(c->bases);
      mark_buffer(c->mro);
      for (uint32_t i = 0; i < c->mro_count; ++i) mark(c->mro[i]);
      mark_buffer(c->slots);
      if (c->slots) mark_range(c->slots, c->slot_capacity);
      mark(c->metaclass);
      mark_buffer(c->subclasses);
      if (c->subclasses)
        for (uint32_t i = 0; i < c->subclasses->count; ++i) mark(c->subclasses->items[i]);
      break;
    }
    case Kind::Instance: {
      auto* i = static_cast<Instance*>(o);
      mark(i->cls);
      if (i->slots) {
        Layout layout = i->cls->instance_layout;
        size_t head = layout == Layout::Payload ? sizeof(PayloadInstance) : layout == Layout::Exception ? sizeof(ExceptionInstance) : sizeof(Instance);
        if (reinterpret_cast<char*>(i->slots) != reinterpret_cast<char*>(i) + head) mark_buffer(i->slots);
        mark_range(i->slots, i->used);
      }
      if (i->cls->instance_layout == Layout::Payload) mark(static_cast<PayloadInstance*>(i)->payload);
      if (i->cls->instance_layout == Layout::Exception) {
        auto* e = static_cast<ExceptionInstance*>(i);
        mark(e->args);
        mark(e->cause);
        mark(e->context);
        mark(e->traceback);
        mark(e->value);
      }
      break;
    }
    case Kind::Super:
      mark(static_cast<Super*>(o)->start);
      mark(static_cast<Super*>(o)->type);
      mark(static_cast<Super*>(o)->self);
      break;
    case Kind::Property: {
      auto* p = static_cast<Property*>(o);
      mark_range(&p->get, 4);
      mark(p->name);
      break;
    }
    case Kind::StaticMethod:
    case Kind::ClassMethod: mark(static_cast<StaticMethod*>(o)->function); break;
    case Kind::Generator: {
      auto* g = static_cast<Generator*>(o);
      mark(g->function);
      mark_buffer(g->registers);
      if (g->registers) mark_range(g->registers, g->aux);  // aux: register count
      mark(g->delegate);
      mark(g->handled);
      mark(g->name);
      mark(g->qualname);
      break;
    }
    case Kind::Iter: {
      auto* it = static_cast<IterObj*>(o);
      mark(it->a);
      mark(it->b);
      mark(it->c);
      break;
    }
    case Kind::DictView: mark(static_cast<DictView*>(o)->dict); break;
    case Kind::Traceback: mark_buffer(static_cast<Traceback*>(o)->entries); break;
    case Kind::Host: {
      auto* h = static_cast<HostObj*>(o);
      mark(h->cls);
      mark(h->attrs);
      mark_range(h->fields, h->field_count);
      if (h->type->trace) h->type->trace(*this, h);
      break;
    }
    default: break;
  }
}

}  // namespace sl
