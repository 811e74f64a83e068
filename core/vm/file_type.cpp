// The classes of open files and open() itself.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/vm/builtins.h"
#include "core/vm/class.h"
#include "core/vm/codec.h"
#include "core/vm/file.h"
#include "core/vm/open_descriptors.h"
#include "core/vm/text.h"

namespace sl {

namespace {

Class *g_text_class, *g_reader_class, *g_writer_class, *g_random_class, *g_unsupported;

void release_file(void* data) { delete static_cast<File*>(data); }
const char kFileTag = 0;
const HostType kFileHost = {.name = "file", .release = release_file, .tag = &kFileTag};

File* self_file(Vm& vm, Value v) {
  if (File* f = file_of(v)) return f;
  vm.raisef(errors().TypeError, "descriptor requires a file object but received a '%s'", std::string(type_name(vm, v)).c_str());
  return nullptr;
}

Value none_if(bool ok) { return ok ? Value::none() : Value(); }
Value integer_or_error(int64_t n) { return n < 0 ? Value() : Value::integer(n); }

// A size argument: None or negative means everything.
bool limit_of(Vm& vm, Value v, int64_t* out) {
  *out = -1;
  if (v.is_none()) return true;
  Value u = unwrap(v);
  if (!u.is_int_or_bool() && vm.find_special(v, names().__index__).is_unset()) {
    vm.raisef(errors().TypeError, "argument should be integer or None, not '%s'", std::string(type_name(vm, v)).c_str());
    return false;
  }
  return vm.to_index(v, out);
}

Value file_read(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  int64_t limit;
  return f && limit_of(vm, args[1], &limit) ? f->read(vm, limit) : Value();
}

Value file_readline(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  int64_t limit;
  return f && limit_of(vm, args[1], &limit) ? f->read_line(vm, limit) : Value();
}

uint64_t size_of(Value line) { return is_str(line) ? as<Str>(line)->length : as<Bytes>(line)->size; }

Value file_readlines(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  int64_t hint;
  if (!f || !limit_of(vm, args[1], &hint)) return {};
  List* out = vm.new_list();
  for (uint64_t total = 0; hint <= 0 || total <= static_cast<uint64_t>(hint);) {
    Value line = f->read_line(vm, -1);
    if (line.is_unset()) return {};
    if (!size_of(line)) break;
    total += size_of(line);
    list_append(vm, out, line);
  }
  return Value::object(out);
}

Value file_next(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  if (!f) return {};
  Value line = f->read_line(vm, -1);
  if (line.is_unset() || size_of(line)) return line;
  return vm.raise(vm.call(Value::object(errors().StopIteration), {}));
}

Value file_write(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f ? integer_or_error(f->write(vm, args[1])) : Value();
}

Value file_writelines(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  if (!f || !f->check_writable(vm)) return {};
  Sequence lines(vm);
  if (!lines.open(args[1])) return {};
  Value line;
  int more;
  while ((more = lines.next(&line)) > 0)
    if (f->write(vm, line) < 0) return {};
  return none_if(more == 0);
}

Value file_seek(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  int64_t offset, whence;
  if (!f || !vm.to_index(args[1], &offset) || !vm.to_index(args[2], &whence)) return {};
  return integer_or_error(f->seek(vm, offset, static_cast<int>(std::clamp<int64_t>(whence, -1000000, 1000000))));
}

Value file_tell(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f ? integer_or_error(f->tell(vm)) : Value();
}

Value file_truncate(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f ? integer_or_error(f->truncate(vm, args[1])) : Value();
}

Value file_flush(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return none_if(f && f->flush(vm));
}

Value file_close(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return none_if(f && f->close(vm));
}

Value file_self(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f && f->check_open(vm) ? args[0] : Value();
}

Value file_exit(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return none_if(f && f->close(vm));
}

Value file_fileno(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f && f->check_open(vm) ? Value::integer(f->fd()) : Value();
}

Value file_isatty(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f && f->check_open(vm) ? Value::boolean(::isatty(f->fd())) : Value();
}

Value file_readable(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f && f->check_open(vm) ? Value::boolean(f->mode().read) : Value();
}

Value file_writable(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f && f->check_open(vm) ? Value::boolean(f->mode().write) : Value();
}

Value file_seekable(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f && f->check_open(vm) ? Value::boolean(f->seekable()) : Value();
}

Value get_closed(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f ? Value::boolean(f->closed()) : Value();
}

Value get_name(Vm& vm, Value* args) { return self_file(vm, args[0]) ? as<HostObj>(args[0])->fields[kFileName] : Value(); }

Value get_mode(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  if (!f) return {};
  const FileMode& m = f->mode();
  if (!m.binary || f->standard()) return vm.str_value(m.text);
  std::string kind = m.append ? "a" : m.create && !m.truncate ? "x" : m.read ? "r" : "w";
  return vm.str_value(kind + (m.read && m.write ? "b+" : "b"));
}

Value get_encoding(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f ? vm.str_value(f->encoding()) : Value();
}

Value get_newlines(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  if (!f) return {};
  List* seen = vm.new_list();
  constexpr std::string_view kEnds[] = {"\r", "\n", "\r\n"};
  for (int i = 0; i < 3; ++i)
    if (f->seen_ends() >> i & 1) list_append(vm, seen, vm.str_value(kEnds[i]));
  if (seen->size < 2) return seen->size ? seen->items[0] : Value::none();
  return Value::object(vm.new_tuple(seen->items, seen->size));
}

Value get_errors(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f ? vm.str_value(f->errors()) : Value();
}

Value get_line_buffering(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  return f ? Value::boolean(f->line_buffering) : Value();
}

Value file_repr(Vm& vm, Value* args) {
  File* f = self_file(vm, args[0]);
  if (!f) return {};
  Value name = vm.repr(as<HostObj>(args[0])->fields[kFileName]);
  if (name.is_unset()) return {};
  std::string out = "<" + std::string(type_name(vm, args[0])) + " name=" + std::string(as_str(name)->view());
  if (!f->mode().binary) out += " mode='" + f->mode().text + "' encoding='" + f->encoding() + "'";
  return vm.str_value(out + ">");
}

const MethodDef kMethods[] = {
    {"read(self, size=-1, /)", file_read, 0, "Read at most size characters or bytes, everything when size is negative or None."},
    {"readline(self, size=-1, /)", file_readline, 0, "Read until newline or EOF."},
    {"readlines(self, hint=-1, /)", file_readlines, 0, "Return a list of lines from the stream."},
    {"write(self, text, /)", file_write, 0, "Write to the stream; return the number of characters or bytes written."},
    {"writelines(self, lines, /)", file_writelines, 0, "Write a list of lines to stream."},
    {"seek(self, offset, whence=0, /)", file_seek, 0, "Change the stream position and return the new one."},
    {"tell(self, /)", file_tell, 0, "Return the current stream position."},
    {"truncate(self, pos=None, /)", file_truncate, 0, "Truncate the file to pos bytes."},
    {"flush(self, /)", file_flush, 0, "Write what is buffered."},
    {"close(self, /)", file_close, 0, "Flush and close the file."},
    {"fileno(self, /)", file_fileno, 0, "The underlying file descriptor."},
    {"isatty(self, /)", file_isatty, 0, "Whether this is an interactive stream."},
    {"readable(self, /)", file_readable, 0, "Whether the file was opened for reading."},
    {"writable(self, /)", file_writable, 0, "Whether the file was opened for writing."},
    {"seekable(self, /)", file_seekable, 0, "Whether the file supports random access."},
    {"closed", get_closed, kNativeGetter},
    {"name", get_name, kNativeGetter},
    {"mode", get_mode, kNativeGetter},
    {"__enter__(self, /)", file_self},
    {"__exit__(self, /, *args)", file_exit},
    {"__iter__(self, /)", file_self},
    {"__next__(self, /)", file_next},
    {"__repr__(self, /)", file_repr},
};
const MethodDef kTextMethods[] = {
    {"encoding", get_encoding, kNativeGetter},
    {"errors", get_errors, kNativeGetter},
    {"newlines", get_newlines, kNativeGetter},
    {"line_buffering", get_line_buffering, kNativeGetter},
};

// ---- open -----------------------------------------------------------------------------------

bool parse_mode(Vm& vm, std::string_view text, FileMode* m) {
  int kinds = 0;
  bool seen[128] = {}, text_mode = false;
  for (char c : text) {
    auto index = static_cast<uint8_t>(c);
    bool known = index < 128 && std::string_view("rwaxbt+").find(c) != std::string_view::npos && !seen[index];
    if (!known) {
      vm.raise_value("invalid mode: " + repr_text(text));
      return false;
    }
    seen[index] = true;
    switch (c) {
      case 'r':
        m->read = true;
        ++kinds;
        break;
      case 'w':
        m->write = m->truncate = m->create = true;
        ++kinds;
        break;
      case 'a':
        m->write = m->append = m->create = true;
        ++kinds;
        break;
      case 'x':
        m->write = m->create = true;
        ++kinds;
        break;
      case 'b': m->binary = true; break;
      case 't': text_mode = true; break;
      default: m->update = true; break;
    }
  }
  const char* wrong = nullptr;
  if (m->binary && text_mode)
    wrong = "can't have text and binary mode at once";
  else if (kinds > 1)
    wrong = "must have exactly one of create/read/write/append mode";
  else if (!kinds)
    wrong = "Must have exactly one of create/read/write/append mode and at most one plus";
  if (wrong) {
    vm.raise_value(wrong);
    return false;
  }
  m->text = text;
  if (m->update) m->read = m->write = true;
  return true;
}

// The path an argument names: str, bytes or an object with __fspath__, whose answer takes its place.
bool path_of(Vm& vm, Value* argument, std::string* out) {
  std::string_view bytes;
  Value v = *argument, p = v;
  if (!as_str(p) && !bytes_view(unwrap(p), &bytes)) {
    p = vm.call_special(v, names().__fspath__);
    if (vm.raised()) return false;
    if (p.is_unset()) {
      vm.raisef(errors().TypeError, "expected str, bytes or os.PathLike object, not %s", std::string(type_name(vm, v)).c_str());
      return false;
    }
  }
  if (Str* s = as_str(p)) {
    *out = s->view();
  } else if (bytes_view(unwrap(p), &bytes)) {
    *out = bytes;
  } else {
    vm.raisef(errors().TypeError, "expected %s.__fspath__() to return str or bytes, not %s", std::string(type_name(vm, v)).c_str(), std::string(type_name(vm, p)).c_str());
    return false;
  }
  *argument = p;
  if (out->find('\0') == std::string::npos) return true;
  vm.raise_value("embedded null byte");
  return false;
}

int open_flags(const FileMode& m) {
  int flags = m.read && m.write ? O_RDWR : m.write ? O_WRONLY : O_RDONLY;
  if (m.create) flags |= O_CREAT;
  if (m.truncate) flags |= O_TRUNC;
  if (m.append) flags |= O_APPEND;
  if (m.create && !m.truncate && !m.append) flags |= O_EXCL;
  return flags | O_CLOEXEC;
}

// The descriptor the script's opener(path, flags) gives; -1 raised.
int ask_opener(Vm& vm, Value opener, Value path, const FileMode& m) {
  Value made = vm.call(opener, {path, Value::integer(open_flags(m))});
  if (made.is_unset()) return -1;
  if (!unwrap(made).is_int_or_bool()) {
    vm.raise_type("expected integer from opener");
    return -1;
  }
  int64_t fd = unwrap(made).i;
  if (fd < 0)
    vm.raisef(errors().ValueError, "opener returned %lld", static_cast<long long>(fd));
  else if (fd > INT32_MAX || !local<OpenDescriptors>(vm).fds.contains(static_cast<int>(fd)))
    vm.raise_os(EBADF, {});
  return vm.raised() ? -1 : static_cast<int>(fd);
}

int open_descriptor(Vm& vm, const std::string& path, const FileMode& m) {
  for (int attempt = 0;; ++attempt) {
    vm.host->unlock(vm);  // opening a pipe waits for its other end
    int fd = ::open(path.c_str(), open_flags(m), 0666);
    int saved = errno;
    if (!vm.host->relock(vm)) {
      if (fd >= 0) ::close(fd);
      return -1;
    }
    if (fd < 0 && saved == EINTR) continue;
    if (fd < 0 && (saved == EMFILE || saved == ENFILE) && attempt == 0) {
      vm.collect_garbage();  // closes the files nobody refers to any more
      continue;
    }
    if (fd < 0 && path.empty()) {
      Value e = vm.call(Value::object(errors().OSError), {Value::integer(saved), vm.str_value(std::strerror(saved)), vm.str_value("")});
      if (!e.is_unset()) vm.raise(e);
    } else if (fd < 0) {
      vm.raise_os(saved, path);
    }
    return fd;
  }
}

}  // namespace

bool parse_newline(Vm& vm, Value v, bool binary, Newlines* out) {
  *out = Newlines::Universal;
  if (v.is_none()) return true;
  Str* s = as_str(v);
  if (binary) {
    vm.raise_value("binary mode doesn't take a newline argument");
    return false;
  }
  if (!s) {
    vm.raisef(errors().TypeError, "open() argument 'newline' must be str or None, not %s", std::string(type_name(vm, v)).c_str());
    return false;
  }
  std::string_view text = s->view();
  if (text.empty())
    *out = Newlines::Untranslated;
  else if (text == "\n")
    *out = Newlines::Lf;
  else if (text == "\r")
    *out = Newlines::Cr;
  else if (text == "\r\n")
    *out = Newlines::CrLf;
  else {
    vm.raise_value("illegal newline value: " + std::string(text));
    return false;
  }
  return true;
}

Value wrap_file(Vm& vm, File* file, Value name) {
  const FileMode& m = file->mode();
  Class* cls = !m.binary ? g_text_class : m.read && m.write ? g_random_class : m.read ? g_reader_class : g_writer_class;
  HostObj* o = vm.new_host(cls, file, kFileFieldCount);
  o->fields[kFileName] = name;
  return Value::object(o);
}

File* file_of(Value v) {
  if (!is_kind(v, Kind::Host)) return nullptr;
  auto* o = as<HostObj>(v);
  return o->type && o->type->tag == &kFileTag ? static_cast<File*>(o->data) : nullptr;
}

Class* unsupported_operation() { return g_unsupported; }

Value new_standard_stream(Vm& vm, int fd, bool binary) {
  static const char* const kNames[] = {"<stdin>", "<stdout>", "<stderr>"};
  return wrap_file(vm, File::make_standard(fd, binary), vm.str_value(kNames[fd]));
}

bool is_standard_stream(Value v, int fd) {
  File* f = file_of(v);
  return f && f->plain() && f->fd() == fd && !f->mode().binary;
}

Value builtin_open(Vm& vm, Value* args) {
  Value file = args[0], mode_arg = args[1], encoding = args[3], handler = args[4];
  flush_pending_files(vm);
  Str* mode_text = as_str(mode_arg);
  if (!mode_text) return vm.raisef(errors().TypeError, "open() argument 'mode' must be str, not %s", mode_arg.is_none() ? "None" : std::string(type_name(vm, mode_arg)).c_str());
  FileMode mode;
  Newlines newlines;
  int64_t buffering;
  if (!parse_mode(vm, mode_text->view(), &mode) || !vm.to_index(args[2], &buffering)) return {};
  if (mode.binary && !encoding.is_none()) return vm.raise_value("binary mode doesn't take an encoding argument");
  if (mode.binary && !handler.is_none()) return vm.raise_value("binary mode doesn't take an errors argument");
  if (!parse_newline(vm, args[5], mode.binary, &newlines)) return {};
  if (!mode.binary && buffering == 0) return vm.raise_value("can't have unbuffered text I/O");
  std::string codec = "UTF-8", errors_name = "strict";
  for (auto [value, text, name] : {std::tuple{encoding, &codec, "encoding"}, std::tuple{handler, &errors_name, "errors"}}) {
    if (value.is_none()) continue;
    Str* s = as_str(value);
    if (!s) return vm.raisef(errors().TypeError, "open() argument '%s' must be str or None, not %s", name, std::string(type_name(vm, value)).c_str());
    *text = s->view();
  }
  if (!check_encoding(vm, codec)) return {};  // LookupError now, not at the first read
  if (mode.binary && buffering == 0) {
    Value layers = vm.host->import_module(vm, intern("_io_layers"));
    Value raw = layers.is_unset() ? layers : vm.get_attr(layers, "FileIO");
    return raw.is_unset() ? raw : vm.call(raw, {file, mode_arg, args[6], args[7]});
  }
  int close_it = vm.truthy(args[6]);
  if (close_it < 0) return {};
  int fd = -1;
  if (file.is_int_or_bool()) {
    if (file.i < 0) return vm.raise_value("negative file descriptor");
    if (file.i <= 2) return new_standard_stream(vm, static_cast<int>(file.i), mode.binary);
    fd = file.i < INT32_MAX ? static_cast<int>(file.i) : -1;
    if (!local<OpenDescriptors>(vm).fds.contains(fd)) return vm.raise_os(EBADF, {});
  } else {
    std::string path;
    if (!path_of(vm, &file, &path) || !vm.host->check_path(vm, path)) return {};
    if (!close_it) return vm.raise_value("Cannot use closefd=False with file name");
    fd = args[7].is_none() ? open_descriptor(vm, path, mode) : ask_opener(vm, args[7], file, mode);
    if (fd < 0) return {};
    struct stat info;
    if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
      ::close(fd);
      return vm.raise_os(EISDIR, path);
    }
  }
  if (close_it) local<OpenDescriptors>(vm).fds.erase(fd);
  if (mode.append) ::lseek(fd, 0, SEEK_END);
  auto* opened = new File(fd, mode, codec, errors_name, newlines, close_it);
  opened->line_buffering = buffering == 1 || (buffering < 0 && !mode.binary && ::isatty(fd));
  return wrap_file(vm, opened, file);
}

void define_file_types() {
  auto define = [](const char* name, Class* base, std::span<const MethodDef> methods, const char* doc) {
    TypeDef d;
    d.name = name;
    d.module = "_io";
    d.base = base;
    d.doc = doc;
    d.host_type = &kFileHost;
    d.subclassable = false;
    d.methods = methods;
    return define_type(d);
  };
  Class* base = define("_IOBase", nullptr, kMethods, "The base class of files.");
  std::vector<MethodDef> text(std::begin(kTextMethods), std::end(kTextMethods));
  text.insert(text.end(), text_layer_methods().begin(), text_layer_methods().end());
  g_text_class = define("TextIOWrapper", base, text, "Character stream over an open file.");
  g_reader_class = define("BufferedReader", base, binary_layer_methods(), "Binary file open for reading.");
  g_writer_class = define("BufferedWriter", base, binary_layer_methods(), "Binary file open for writing.");
  g_random_class = define("BufferedRandom", base, binary_layer_methods(), "Binary file open for reading and writing.");
  g_unsupported = define_exception("UnsupportedOperation", "OSError");
  g_unsupported->module = Value::object(intern("io"));
  insert_base(g_unsupported, errors().ValueError);
}

std::span<Class* const> file_classes() {
  static Class* const classes[] = {g_text_class, g_reader_class, g_writer_class, g_random_class};
  return classes;
}

}  // namespace sl
