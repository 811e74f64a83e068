// Raising, chaining, tracebacks and their text.
#include <new>
#include <algorithm>
#include <cstdarg>
#include <cstring>
#include <string>
#include <unordered_set>

#include "core/lang/code.h"
#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/carets.h"
#include "core/vm/exception_group.h"
#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/slow.h"
#include "core/vm/suggest.h"
#include "core/vm/types.h"

namespace sl {
namespace {

void chain(Vm& vm, ExceptionInstance* e) {
  Value handled = handled_exception(vm);
  if (!handled.is_object() || handled.o == e) return;
  // Break a cycle that re-raising an older exception would make.
  // A cycle made by assigning __context__ is met by the follower at half the pace.
  Value slow = handled;
  bool step = false;
  for (Value at = handled; as_exception(at); step = !step) {
    ExceptionInstance* x = as_exception(at);
    if (step) slow = as_exception(slow)->context;
    if (x->context.is_object() && x->context.o == e) {
      x->context = Value::none();
      break;
    }
    at = x->context;
    if (at.same(slow)) break;
  }
  e->context = handled;
}

}  // namespace

// A running generator keeps its resumer's exception in `handled`.
Value handled_exception(Vm& vm) {
  const Thread* th = vm.thread;
  if (!th || th->handled.is_object() || !th->shadowed) return th ? th->handled : Value();
  for (uint32_t i = th->depth; i-- > 0;) {
    if (!(th->frames[i].flags & kFrameGenerator)) continue;
    Value below = as<Generator>(th->frames[i].extra)->handled;
    if (below.is_object()) return below;
  }
  return th->handled;
}

void chain_context(Vm& vm) {
  if (auto* e = as_exception(vm.pending)) chain(vm, e);
}

Value Vm::raise(Class* type, std::string_view message) {
  Value e = new_exception(type, message);
  if (e.is_unset()) return e;
  pending = e;
  chain(*this, as_exception(e));
  return Value();
}

Value Vm::raise(Value exception) {
  Value e = exception;
  if (is_kind(e, Kind::Class) && is_subclass(as<Class>(e), errors().BaseException)) {
    e = call(e);
    if (e.is_unset()) return e;
  }
  ExceptionInstance* x = as_exception(e);
  if (!x) return raise_type("exceptions must derive from BaseException");
  pending = e;
  chain(*this, x);
  return Value();
}

// Names may contain the character NUL, at which printf would end %.*s; the other conversions are printf's.
Value Vm::raisef(Class* type, const char* format, ...) {
  std::string text;
  va_list args;
  va_start(args, format);
  for (const char* p = format; *p;) {
    const char* percent = std::strchr(p, '%');
    if (!percent) {
      text += p;
      break;
    }
    text.append(p, percent);
    std::string_view rest(percent + 1);
    if (rest.starts_with(".*s")) {
      int size = va_arg(args, int);
      text.append(va_arg(args, const char*), static_cast<size_t>(std::max(size, 0)));
      p = percent + 4;
      continue;
    }
    size_t letter = rest.find_first_not_of("0123456789.lz");
    char kind = letter == rest.npos ? '%' : rest[letter];
    std::string conversion(percent, letter == rest.npos ? 1 : letter + 2);
    p = percent + conversion.size();
    char number[64] = "";
    if (kind == 's')
      text += va_arg(args, const char*);
    else if (kind == '%')
      text += '%';
    else if (conversion.find('l') != conversion.npos || conversion.find('z') != conversion.npos)
      std::snprintf(number, sizeof number, conversion.c_str(), va_arg(args, unsigned long long));
    else
      std::snprintf(number, sizeof number, conversion.c_str(), va_arg(args, unsigned));
    text += number;
  }
  va_end(args);
  return raise(type, text);
}

bool Vm::catch_error(Class* type) {
  if (pending.is_unset() || !is_instance(pending, type)) return false;
  pending = Value();
  return true;
}

namespace {

void copy_entries(Vm& vm, Traceback* to, const Traceback* from, uint32_t capacity) {
  auto* entries = static_cast<TracebackEntry*>(vm.heap.buffer(capacity * sizeof(TracebackEntry)));
  std::copy(from->entries, from->entries + from->count, entries);
  if (to == from) vm.heap.free_buffer(to->entries);
  to->entries = entries;
  to->count = from->count;
  to->capacity = capacity;
}

}  // namespace

Value traceback_of(ExceptionInstance* e) noexcept {
  if (!e->traceback) return Value::none();
  e->traceback->flags |= kTracebackSeen;
  return Value::object(e->traceback);
}

// Without memory the entry is left out: the frame has to end all the same.
void add_traceback(Vm& vm, Value exception, const Code* code, uint32_t pc) try {
  ExceptionInstance* e = as_exception(exception);
  if (!e) return;
  Traceback* t = e->traceback;
  if (!t || t->flags & kTracebackSeen) {  // what a script holds stays as it is
    Traceback* made = vm.heap.make<Traceback>(Kind::Traceback);
    made->count = made->capacity = 0;
    made->entries = nullptr;
    if (t) copy_entries(vm, made, t, t->count + 1);
    t = e->traceback = made;
  }
  auto add = [&](const Code* c, uint32_t at) {
    if (t->count == t->capacity) copy_entries(vm, t, t, t->capacity ? t->capacity * 2 : 2);
    t->entries[t->count++] = {c, at};
  };
  uint32_t at = pc == UINT32_MAX ? pc : pc ? pc - 1 : 0;
  for (const Comprehension& c : code->comprehensions) {
    if (at < c.start || at >= c.end) continue;
    add(c.frame.get(), at);
    at = c.start;  // the frame around stands at the whole comprehension
  }
  add(code, at);
} catch (const std::bad_alloc&) {
}

void hide_frames(Vm& vm, const ModuleCode* module) {
  ExceptionInstance* e = as_exception(vm.pending);
  Traceback* t = e ? e->traceback : nullptr;
  if (!t) return;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < t->count; ++i)
    if (t->entries[i].code->module != module) t->entries[kept++] = t->entries[i];
  t->count = kept;
}

bool raise_statement(Vm& vm, Value exception, Value cause, bool has_cause) {
  if (has_cause) {
    if (is_kind(cause, Kind::Class) && is_subclass(as<Class>(cause), errors().BaseException)) {
      cause = vm.call(cause);
      if (cause.is_unset()) return false;
    }
    if (!cause.is_none() && !as_exception(cause)) {
      vm.raise_type("exception causes must derive from BaseException");
      return false;
    }
  }
  vm.raise(exception);
  if (ExceptionInstance* e = as_exception(vm.pending); e && has_cause) {
    e->cause = cause;
    e->suppress_context = 1;
  }
  return false;
}

bool raise_again(Vm& vm) {
  Value handled = handled_exception(vm);
  if (!as_exception(handled)) {
    vm.raise(errors().RuntimeError, "No active exception to reraise");
    return false;
  }
  vm.pending = handled;
  return true;
}

bool exception_matches(Vm& vm, Value exception, Value type, Tuple* names, bool* out) {
  *out = false;
  Class* cls = vm.type_of(exception);
  if (cls == errors().ExecutionInterrupted) return true;  // only `finally` sees it
  if (cls == errors().SystemExit && runs_scriptling(vm)) return true;
  if (is_kind(type, Kind::Class)) {
    if (!is_subclass(as<Class>(type), errors().BaseException)) {
      vm.raise_type("catching classes that do not inherit from BaseException is not allowed");
      return false;
    }
    *out = is_subclass(cls, as<Class>(type));
    return true;
  }
  if (Tuple* t = type.is_object() ? as_tuple(type) : nullptr) {
    NativeDepth depth(vm);
    if (!depth.ok) return false;
    for (size_t i = 0; i < t->size; ++i) {
      if (!exception_matches(vm, exception, t->items[i], nullptr, out)) return false;
      if (*out) return true;
    }
    return true;
  }
  if (!type.is_unset()) {
    vm.raise_type("catching classes that do not inherit from BaseException is not allowed");
    return false;
  }
  // The name did not resolve: match by type name, as the dialect does.
  if (names)
    for (size_t i = 0; i < names->size; ++i)
      for (uint32_t m = 0; m < cls->mro_count; ++m)
        if (Str* n = as_str(names->items[i]); n && str_equal(cls->mro[m]->name, n)) *out = true;
  return true;
}

Value raise_unbound(Vm& vm, Str* name, bool free_variable) {
  int n = static_cast<int>(name->size);
  if (free_variable) {
    vm.raisef(errors().NameError, "cannot access free variable '%.*s' where it is not associated with a value in enclosing scope", n, name->data);
    set_error_fields(vm, {Value::object(name)});
  } else {
    vm.raisef(errors().UnboundLocalError, "cannot access local variable '%.*s' where it is not associated with a value", n, name->data);
  }
  return Value();
}

Value raise_undefined(Vm& vm, Str* name) {
  vm.raisef(errors().NameError, "name '%.*s' is not defined", static_cast<int>(name->size), name->data);
  set_error_fields(vm, {Value::object(name)});
  return Value();
}

// ---- traceback text ---------------------------------------------------------------------------

namespace {

// CPython underlines the failing expression unless it spans the whole line.
std::string underline(std::string_view line, size_t indent, const Position& p) {
  size_t end = p.end_line == p.line ? p.end_column : line.size();
  while (end > 0 && end <= line.size() && (line[end - 1] == ' ' || line[end - 1] == '\n')) --end;
  if (end <= p.column || p.column < indent || end > line.size()) return {};
  size_t content_end = line.find_last_not_of(" \t\r\n");
  size_t from = 0, to = 0;
  bool parted = p.end_line == p.line && caret_anchors(line.substr(p.column, end - p.column), &from, &to);
  if (!parted && p.column == indent && content_end != std::string_view::npos && end == content_end + 1) return {};
  auto width = [&](size_t from, size_t to) {
    size_t n = 0;
    for (size_t i = from; i < to; ++i) n += (line[i] & 0xC0) != 0x80;
    return n;
  };
  std::string out = "    " + std::string(width(indent, p.column), ' ');
  if (!parted) return out + std::string(width(p.column, end), '^') + "\n";
  from += p.column;
  to += p.column;
  return out + std::string(width(p.column, from), '~') + std::string(width(from, to), '^') + std::string(width(to, end), '~') + "\n";
}

void append_entry(std::string* out, const TracebackEntry& e) {
  Position p = find_position(*e.code, e.pc);
  *out += "  File \"" + e.code->module->path + "\", line " + std::to_string(p.line) + ", in " + std::string(e.code->name->view()) + "\n";
  const std::string& path = e.code->module->path;
  if (path == "<string>" || path == "<stdin>") return;
  std::string_view line = e.code->module->line_text(p.line);
  size_t indent = line.find_first_not_of(" \t\f");
  if (indent == std::string_view::npos) return;
  std::string_view text = line.substr(indent);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  *out += "    " + std::string(text) + "\n" + underline(line, indent, p);
}

}  // namespace

std::string traceback_entry_text(const TracebackEntry& e) {
  std::string out;
  append_entry(&out, e);
  return out;
}

namespace {

void append_traceback(std::string* out, const Traceback* t) {
  *out += "Traceback (most recent call last):\n";
  for (uint32_t i = t->count; i-- > 0;) {
    append_entry(out, t->entries[i]);
    // A run of equal entries (recursion) is folded after three.
    uint32_t same = 0;
    while (i > 0 && t->entries[i - 1].code == t->entries[i].code && t->entries[i - 1].pc == t->entries[i].pc) {
      --i;
      if (++same < 3) append_entry(out, t->entries[i]);
    }
    if (same > 2) *out += "  [Previous line repeated " + std::to_string(same - 2) + " more time" + (same == 3 ? "" : "s") + "]\n";
  }
}

// The last lines: class and message, and the notes.
std::string exception_title(Vm& vm, ExceptionInstance* e) {
  Value exc = Value::object(e);
  std::string out;
  bool syntax = vm.is_instance(exc, errors().SyntaxError);
  if (syntax) out += syntax_error_location(vm, exc);
  Class* cls = e->cls;
  std::string title(cls->qualname->view());
  if (is_str(cls->module)) {
    std::string_view module = as<Str>(cls->module)->view();
    if (module != "builtins" && module != "__main__") title = std::string(module) + "." + title;
  }
  Value text = syntax ? vm.get_attr(exc, names().msg) : vm.str(exc);
  if (!text.is_unset() && !as_str(text)) text = vm.str(text);
  if (text.is_unset()) {
    vm.clear_error();
    title += ": <exception str() failed>";
  } else if (as_str(text)->size) {
    title += ": " + std::string(as_str(text)->view());
  }
  out += title + suggestion_for(vm, exc) + "\n";
  Value notes = vm.find_attr(exc, names().__notes__);
  vm.clear_error();
  if (List* l = notes.is_unset() ? nullptr : as_list(notes))
    for (size_t i = 0; i < l->size; ++i)
      if (Str* s = as_str(l->items[i])) out += std::string(s->view()) + "\n";
  return out;
}

// Exceptions inside groups are shown behind a margin, one step further right for every group around them.
struct Printer {
  Vm& vm;
  std::string* out;
  int groups = 0;            // around what is being printed
  bool needs_close = false;  // the innermost list of exceptions has no last line yet
  std::unordered_set<const Obj*> seen = {};

  std::string indent() const { return std::string(static_cast<size_t>(groups) * 2, ' '); }

  void emit(std::string_view text, char margin = '|') {
    if (!groups) {
      *out += text;
      return;
    }
    while (!text.empty()) {
      size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      *out += indent() + margin + " " + std::string(text.substr(0, end));
      text.remove_prefix(end);
    }
  }

  void print(Value exc, int depth) {
    ExceptionInstance* e = as_exception(exc);
    if (!e || depth > 50) return;
    seen.insert(e);
    if (as_exception(e->cause)) {
      if (!seen.contains(e->cause.o)) {
        print(e->cause, depth + 1);
        emit("\nThe above exception was the direct cause of the following exception:\n\n");
      }
    } else if (as_exception(e->context) && !e->suppress_context && !seen.contains(e->context.o)) {
      print(e->context, depth + 1);
      emit("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    std::string trace;
    if (e->traceback) append_traceback(&trace, e->traceback);
    if (Tuple* members = exception_group(exc)) {
      print_group(e, members, trace, depth);
    } else {
      emit(trace);
      emit(exception_title(vm, e));
    }
  }

  void print_group(ExceptionInstance* e, Tuple* members, const std::string& trace, int depth) {
    constexpr size_t kWidth = 15;
    constexpr int kDepth = 10;
    if (groups > kDepth) return emit("... (max_group_depth is 10)\n");
    bool outermost = groups == 0;
    if (outermost) ++groups;
    if (!trace.empty()) {
      size_t first = trace.find('\n') + 1;
      emit("Exception Group " + trace.substr(0, first), outermost ? '+' : '|');
      emit(trace.substr(first));
    }
    emit(exception_title(vm, e));
    size_t shown = std::min(members->size, kWidth + 1);
    needs_close = false;
    for (size_t i = 0; i < shown; ++i) {
      bool last = i + 1 == shown, cut = i >= kWidth;
      if (last) needs_close = true;
      *out += indent() + (i ? "  " : "+-") + "+---------------- " + (cut ? "..." : std::to_string(i + 1)) + " ----------------\n";
      ++groups;
      if (cut) {
        size_t more = members->size - kWidth;
        emit("and " + std::to_string(more) + " more exception" + (more == 1 ? "\n" : "s\n"));
      } else {
        print(members->items[i], depth + 1);
      }
      if (last && needs_close) {
        *out += indent() + "+------------------------------------\n";
        needs_close = false;
      }
      --groups;
    }
    if (outermost) groups = 0;
  }
};

}  // namespace

std::string Vm::format_exception(Value exc) {
  Value saved = pending;
  pending = Value();
  Value handled = thread->handled;
  std::string out;
  Printer{*this, &out}.print(exc, 0);
  pending = saved;
  thread->handled = handled;
  return out;
}

}  // namespace sl
