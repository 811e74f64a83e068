// Exception objects: what the files that implement them share, and creation from C++.
//
// Fields of the built-in classes (OSError.errno, SyntaxError.lineno ...) live in one Tuple in
// ExceptionInstance::value, made from args when first asked for; StopIteration and SystemExit keep
// their single value there.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/vm.h"

namespace sl {

struct Diagnostic;

// SyntaxError, IndentationError or TabError with CPython's attributes; returns unset.
Value raise_syntax_error(Vm& vm, const Diagnostic& diagnostic, const std::string& path, bool whole_line = true);  // `text` with its newline
Value raise_unicode_decode(Vm& vm, std::string_view encoding, Value object, int64_t start, int64_t end, std::string_view reason);
Value raise_unicode_encode(Vm& vm, std::string_view encoding, Value object, int64_t start, int64_t end, std::string_view reason);
// An exception of built-in class `cls` with these arguments, without a call.
ExceptionInstance* make_exception(Vm& vm, Class* cls, std::initializer_list<Value> args);
Class* os_error_class(int64_t error_number);  // OSError when there is no subclass for it
// The class an OSError is shown as: subclass picked, arguments taken apart. Called by OSError.__init__.
bool init_os_error(Vm& vm, ExceptionInstance* e);

// Gives the pending exception the fields of its class (NameError: name; ImportError: msg, name, path; AttributeError: name, obj).
void set_error_fields(Vm& vm, std::initializer_list<Value> fields);

// The traceback as scripts may have it: it stays as it is when the exception goes on to further frames.
constexpr uint8_t kTracebackSeen = 1;               // Traceback flag
Value traceback_of(ExceptionInstance* e) noexcept;  // None: it has none

// Takes the frames of a module out of the pending exception's traceback: what it does is the engine's work.
void hide_frames(Vm& vm, const ModuleCode* module);

ExceptionInstance* self_exception(Vm& vm, Value v);  // null: TypeError pending
Value base_exception_str(Vm& vm, ExceptionInstance* e);
void define_exception_method(Class* cls, const MethodDef& def);
void register_exception_fields();

}  // namespace sl
