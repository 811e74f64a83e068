// The functions of the builtins namespace, by family; register_builtins() defines them all.
#pragma once

#include "core/vm/types.h"

namespace sl {

void define_number_builtins();     // abs divmod pow round sum min max bin oct hex
void define_text_builtins();       // ascii chr ord repr format
void define_object_builtins();     // getattr isinstance id hash callable ...
void define_iteration_builtins();  // all any iter next len sorted
void define_output_builtins();     // print input
void define_code_builtins();       // eval exec compile globals locals vars dir __import__
void define_extra_builtins();      // keys values items append copy help yield_now

// Names the program may use anywhere: the builtins namespace.
List* builtin_names(Vm& vm);
// The dict-like live view globals() returns; unset: raised.
Value globals_view(Vm& vm, Module* module);
Module* module_of_view(Value v);  // null for anything else
void define_globals_view();

// Steps through any iterable, the common containers without an iterator object.
class Sequence {
 public:
  explicit Sequence(Vm& vm) : vm_(vm) {}
  bool open(Value iterable);  // false: raised
  // 1 an item in *out, 0 the end, -1 raised. `numbers`: the consumer uses every item and, while they are
  // numbers, runs no script code between them; a generator then gives several at once.
  int next(Value* out, bool numbers = false) {
    if (is_kind(source_, Kind::List)) {
      auto* l = as<List>(source_);
      if (index_ >= l->size) return 0;
      *out = l->items[index_++];
      return 1;
    }
    if (is_kind(source_, Kind::Tuple)) {
      auto* t = as<Tuple>(source_);
      if (index_ >= t->size) return 0;
      *out = t->items[index_++];
      return 1;
    }
    if (is_kind(source_, Kind::Bytes) || is_kind(source_, Kind::ByteArray)) {
      std::string_view data = source_.o->kind == Kind::Bytes ? as<Bytes>(source_)->view() : as<ByteArray>(source_)->view();
      if (index_ >= data.size()) return 0;
      *out = Value::integer(static_cast<uint8_t>(data[index_++]));
      return 1;
    }
    if (taken_ < count_) {
      *out = batch_[taken_++];
      return 1;
    }
    if (numbers && is_kind(source_, Kind::Generator)) return next_batch(out);
    *out = vm_.next(source_);
    return out->is_unset() ? (vm_.raised() ? -1 : 0) : 1;
  }

 private:
  Vm& vm_;
  Value source_;  // list, tuple, bytes, bytearray or an iterator
  uint64_t index_ = 0;
  int next_batch(Value* out);
  static constexpr size_t kBatch = 32;
  Value batch_[kBatch];  // of a generator
  size_t taken_ = 0, count_ = 0;
};

}  // namespace sl
