// Reading and writing of open files: buffering, decoding, line ends.
#include "core/vm/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {

namespace {

constexpr size_t kChunk = 64 * 1024;

bool is_regular(int fd) {
  struct stat s;
  return ::fstat(fd, &s) == 0 && S_ISREG(s.st_mode);
}

// read(2) that lets other threads of the environment run while it may block. -1: errno or raised.
ssize_t read_some(Vm& vm, int fd, char* to, size_t n) {
  bool blocks = !is_regular(fd);
  if (blocks) vm.host->unlock(vm);
  ssize_t got;
  do got = ::read(fd, to, n);
  while (got < 0 && errno == EINTR);
  int saved = errno;
  if (blocks && !vm.host->relock(vm)) return -1;
  errno = saved;
  return got;
}

}  // namespace

File::File(int fd, FileMode mode, std::string encoding, std::string errors, Newlines newlines, bool owns_fd)
    : fd_(fd), mode_(std::move(mode)), newlines_(newlines), owns_fd_(owns_fd) {
  set_codec(std::move(encoding), std::move(errors));
  if (mode_.append) at_start_ = ::lseek(fd_, 0, SEEK_CUR) <= 0;
}

void File::set_codec(std::string encoding, std::string errors) {
  encoding_ = std::move(encoding);
  errors_ = std::move(errors);
  std::string name;
  for (char c : encoding_)
    if (c != '-' && c != '_') name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  utf8_ = name == "utf8";
  rest_encoding_ = name == "utf8sig" ? "utf-8" : name == "utf16" || name == "u16" ? "utf-16-le" : name == "utf32" || name == "u32" ? "utf-32-le" : "";
}

File* File::add_layer() {
  FileMode mode = mode_;
  mode.binary = true;
  layer_ = new File(fd_, mode, "", "", Newlines::Universal, false);
  layer_->text_ = this;
  return layer_;
}

void File::give_to_layer() noexcept {
  layer_->owns_fd_ = owns_fd_;
  layer_->text_ = nullptr;
  layer_ = nullptr;
  fd_ = -1;
}

File* File::make_standard(int fd, bool binary) {
  FileMode mode;
  mode.read = fd == 0;
  mode.write = fd != 0;
  mode.binary = binary;
  mode.text = std::string(fd == 0 ? "r" : "w").append(binary ? "b" : "");
  auto* f = new File(fd, mode, "utf-8", fd == 2 ? "backslashreplace" : "strict", Newlines::Universal);
  f->standard_ = true;
  return f;
}

namespace {
const char kPendingKey = 0;
}

void flush_pending_files(Vm& vm) {
  auto known = vm.locals.find(&kPendingKey);
  if (known == vm.locals.end() || vm.raised()) return;
  auto pending = std::static_pointer_cast<PendingFiles>(known->second);
  std::vector<File*> files;
  {
    std::lock_guard guard(pending->mutex);
    files = pending->files;
  }
  for (File* f : files) {  // alive: only a collection destroys files, and none happens here
    if (!f->closed() && !f->flush_writes(vm)) vm.clear_error();
  }
}

void File::forget_pending() noexcept {
  if (!pending_) return;
  std::lock_guard guard(pending_->mutex);
  std::erase(pending_->files, this);
}

File::~File() {
  forget_pending();
  if (text_) text_->layer_ = nullptr;
  if (layer_) {  // destroyed in any order: the layer's bytes still reach the file
    layer_->text_ = nullptr;
    layer_->owns_fd_ = owns_fd_;
    owns_fd_ = false;
  }
  if (fd_ < 0 || standard_) return;
  for (size_t at = 0; at < out_.size();) {
    ssize_t n = ::write(fd_, out_.data() + at, out_.size() - at);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    at += static_cast<size_t>(n);
  }
  if (owns_fd_) ::close(fd_);
}

bool File::raise_errno(Vm& vm) {
  if (!vm.raised()) vm.raise_os(errno, {});
  return false;
}

bool File::check_open(Vm& vm) const {
  if (!closed()) return true;
  vm.raise_value("I/O operation on closed file.");
  return false;
}

bool File::check_readable(Vm& vm) const {
  if (!check_open(vm)) return false;
  if (mode_.read) return true;
  vm.raise(unsupported_operation(), mode_.binary ? "read" : "not readable");
  return false;
}

bool File::check_writable(Vm& vm) const {
  if (!check_open(vm)) return false;
  if (mode_.write) return true;
  vm.raise(unsupported_operation(), mode_.binary ? "write" : "not writable");
  return false;
}

bool File::seekable() const { return !standard_ && ::lseek(fd_, 0, SEEK_CUR) >= 0; }

// ---- reading --------------------------------------------------------------------------------

// Appends text to the buffer with line ends as the mode wants them.
void File::translate(std::string_view text) {
  bool plain = !held_cr_ && text.find('\r') == std::string_view::npos;
  if (newlines_ != Newlines::Universal || plain) {
    if (plain && !(seen_ends_ & kSeenLf) && text.find('\n') != std::string_view::npos) seen_ends_ |= kSeenLf;
    if (!plain) note_ends(text);
    buffer_.append(text);
    return;
  }
  for (char c : text) {
    if (held_cr_) {
      held_cr_ = false;
      buffer_ += '\n';
      seen_ends_ |= c == '\n' ? kSeenCrLf : kSeenCr;
      if (c == '\n') continue;
    } else if (c == '\n') {
      seen_ends_ |= kSeenLf;
    }
    if (c == '\r')
      held_cr_ = true;
    else
      buffer_ += c;
  }
}

void File::note_ends(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') seen_ends_ |= kSeenLf;
    if (text[i] != '\r') continue;
    bool pair = i + 1 < text.size() && text[i + 1] == '\n';
    seen_ends_ |= pair ? kSeenCrLf : kSeenCr;
    i += pair;
  }
}

bool File::decode_pending(Vm& vm) {
  if (utf8_) {
    size_t good = valid_utf8_prefix(raw_);
    size_t rest = raw_.size() - good;
    if (rest == 0 || (!eof_ && rest < 4)) {
      translate(std::string_view(raw_).substr(0, good));
      raw_.erase(0, good);
      return true;
    }
  } else if (!eof_) {
    return true;  // other encodings are decoded as a whole
  }
  std::string bytes = std::move(raw_);
  raw_.clear();
  Value decoded = bytes_decode(vm, bytes, encoding_, errors_);
  Str* s = decoded.is_unset() ? nullptr : as_str(decoded);
  if (!s) return false;
  translate(s->view());
  return true;
}

bool File::fill(Vm& vm) {
  if (!flush_writes(vm) || !vm.poll()) return false;
  if (pos_) {
    buffer_.erase(0, pos_);
    pos_ = 0;
  }
  size_t held = buffer_.size() + raw_.size();
  if (held > kChunk && (!vm.check_alloc(held * 2) || !check_text_size(vm, held))) return false;
  char chunk[kChunk];
  std::string line;
  std::string_view data;
  if (standard_) {  // shares its read-ahead with input()
    if (!read_input_line(vm, &line) && vm.raised()) return false;
    data = line;
  } else {
    ssize_t n = read_some(vm, fd_, chunk, sizeof chunk);
    if (n < 0) return raise_errno(vm);
    if (closed()) return check_open(vm);  // while the lock was given up
    data = {chunk, static_cast<size_t>(n)};
  }
  eof_ = data.empty();
  if (mode_.binary) {
    buffer_.append(data);
    return true;
  }
  raw_.append(data);
  if (!decode_pending(vm)) return false;
  if (eof_ && held_cr_) {
    held_cr_ = false;
    seen_ends_ |= kSeenCr;
    buffer_ += '\n';
  }
  return true;
}

Value File::take(Vm& vm, size_t n) {
  std::string_view data = std::string_view(buffer_).substr(pos_, n);
  if (!check_text_size(vm, data.size()) || !vm.check_alloc(data.size())) return {};
  Value v = mode_.binary ? Value::object(vm.new_bytes(data)) : vm.str_value(data);
  pos_ += n;
  if (pos_ == buffer_.size()) {
    buffer_.clear();
    pos_ = 0;
  }
  return v;
}

Value File::read(Vm& vm, int64_t limit) {
  if (!check_readable(vm)) return {};
  eof_ = false;
  while (true) {
    std::string_view have = std::string_view(buffer_).substr(pos_);
    if (limit >= 0) {
      auto wanted = static_cast<size_t>(limit);
      if (mode_.binary) {
        if (have.size() >= wanted) return take(vm, wanted);
      } else {
        const char *p = have.data(), *end = p + have.size();
        size_t count = 0;
        while (count < wanted && p < end) p = next_boundary(p), ++count;
        if (count == wanted) return take(vm, static_cast<size_t>(p - have.data()));
      }
    }
    if (eof_) return take(vm, have.size());
    if (!fill(vm)) return {};
  }
}

Value File::read_once(Vm& vm, int64_t limit) {
  if (!check_readable(vm)) return {};
  if (limit && pos_ == buffer_.size() && !fill(vm)) return {};
  size_t have = buffer_.size() - pos_;
  return take(vm, limit < 0 ? have : std::min(have, static_cast<size_t>(limit)));
}

Value File::peek(Vm& vm) {
  if (!check_readable(vm) || (pos_ == buffer_.size() && !fill(vm))) return {};
  return Value::object(vm.new_bytes(std::string_view(buffer_).substr(pos_)));
}

// End of the line starting at `from`, its terminator included; *complete: the terminator was found.
size_t File::line_end(size_t from, bool* complete) const {
  *complete = true;
  size_t n = buffer_.size();
  if (mode_.binary || newlines_ == Newlines::Universal || newlines_ == Newlines::Lf) {
    size_t at = buffer_.find('\n', from);
    if (at != std::string::npos) return at + 1;
  } else if (newlines_ == Newlines::Cr) {
    size_t at = buffer_.find('\r', from);
    if (at != std::string::npos) return at + 1;
  } else if (newlines_ == Newlines::CrLf) {
    size_t at = buffer_.find("\r\n", from);
    if (at != std::string::npos) return at + 2;
  } else {
    size_t at = buffer_.find_first_of("\r\n", from);
    if (at != std::string::npos && (buffer_[at] == '\n' || at + 1 < n || eof_)) return buffer_[at] == '\r' && at + 1 < n && buffer_[at + 1] == '\n' ? at + 2 : at + 1;
  }
  *complete = false;
  return n;
}

Value File::read_line(Vm& vm, int64_t limit) {
  if (!check_readable(vm)) return {};
  eof_ = false;
  size_t scanned = 0;
  while (true) {
    bool complete;
    size_t size = line_end(pos_ + scanned, &complete) - pos_;
    if (limit >= 0) {
      const char *p = buffer_.data() + pos_, *start = p, *end = p + size;
      int64_t count = 0;
      while (count < limit && p < end) p = mode_.binary ? p + 1 : next_boundary(p), ++count;
      if (count == limit) return take(vm, static_cast<size_t>(p - start));
    }
    if (complete || eof_) return take(vm, size);
    scanned = size ? size - 1 : 0;
    if (!fill(vm)) return {};
  }
}

// ---- writing --------------------------------------------------------------------------------

bool File::flush_writes(Vm& vm) {
  if (out_.empty()) return true;
  std::string data = std::move(out_);
  out_.clear();
  if (standard_) {
    if (fd_ == 2)
      vm.host->write_err(data);
    else
      vm.host->write_out(data);
    return !vm.raised();
  }
  for (size_t at = 0; at < data.size();) {
    ssize_t n = ::write(fd_, data.data() + at, data.size() - at);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return raise_errno(vm);
    at += static_cast<size_t>(n);
  }
  return true;
}

// Forgets what was read ahead and moves the file's own position to where the script is.
bool File::drop_reads(Vm& vm) {
  if (buffer_.empty() && raw_.empty() && !held_cr_) return true;
  int64_t here = position(vm);
  if (here < 0) return false;
  if (::lseek(fd_, here, SEEK_SET) < 0) return raise_errno(vm);
  buffer_.clear();
  raw_.clear();
  held_cr_ = false;
  pos_ = 0;
  return true;
}

int64_t File::write(Vm& vm, Value v) {
  if (!check_writable(vm)) return -1;
  std::string_view data;
  int64_t count;
  Value encoded;
  std::string translated;
  if (mode_.binary) {
    if (!bytes_view(unwrap(v), &data)) {
      vm.raisef(sl::errors().TypeError, "a bytes-like object is required, not '%s'", std::string(type_name(vm, v)).c_str());
      return -1;
    }
    count = static_cast<int64_t>(data.size());
  } else {
    Str* s = as_str(v);
    if (!s) {
      vm.raisef(sl::errors().TypeError, "write() argument must be str, not %s", std::string(type_name(vm, v)).c_str());
      return -1;
    }
    count = s->length;
    data = s->view();
    if ((newlines_ == Newlines::Cr || newlines_ == Newlines::CrLf) && data.find('\n') != std::string_view::npos) {
      for (char c : data) {
        if (c == '\n')
          translated += newlines_ == Newlines::Cr ? "\r" : "\r\n";
        else
          translated += c;
      }
      data = translated;
    }
    bool marked = !rest_encoding_.empty();
    if (marked || (!utf8_ && !s->ascii()) || (!s->ascii() && valid_utf8_prefix(data) != data.size())) {
      encoded = str_encode(vm, translated.empty() ? s : vm.new_str(translated), marked && !at_start_ ? rest_encoding_ : encoding_, errors_);
      if (encoded.is_unset() || !bytes_view(encoded, &data)) return -1;
    }
  }
  if (!standard_ && !drop_reads(vm)) return -1;
  at_start_ = false;
  if (out_.size() + data.size() > kChunk && !flush_writes(vm)) return -1;
  out_.append(data);
  bool now = standard_ || write_through || out_.size() >= kChunk || (line_buffering && data.find('\n') != std::string_view::npos);
  if (now && !flush_writes(vm)) return -1;
  if (!pending_ && !out_.empty()) {
    auto& shared = vm.locals[&kPendingKey];
    if (!shared) shared = std::make_shared<PendingFiles>();
    pending_ = std::static_pointer_cast<PendingFiles>(shared);
    std::lock_guard guard(pending_->mutex);
    pending_->files.push_back(this);
  }
  return count;
}

bool File::flush(Vm& vm) {
  if (!check_open(vm) || !flush_writes(vm) || (layer_ && !layer_->flush_writes(vm))) return false;
  if (standard_ && fd_ == 1) vm.host->flush_out();
  return true;
}

bool File::close(Vm& vm) {
  if (closed()) return true;
  if (text_) return text_->close(vm);
  bool ok = flush_writes(vm);
  if (layer_ && !layer_->closed()) {
    ok = layer_->flush_writes(vm) && ok;
    layer_->fd_ = -1;
  }
  if (!standard_ && owns_fd_ && ::close(fd_) < 0 && ok) ok = raise_errno(vm);
  fd_ = -1;
  buffer_.clear();
  raw_.clear();
  out_.clear();
  return ok;
}

// ---- position -------------------------------------------------------------------------------

// Offset in the file of the next character the script will read or write.
int64_t File::position(Vm& vm) {
  int64_t at = ::lseek(fd_, 0, SEEK_CUR);
  if (at < 0) {
    raise_errno(vm);
    return -1;
  }
  auto ahead = static_cast<int64_t>(raw_.size()) + (held_cr_ ? 1 : 0);
  std::string_view unread = std::string_view(buffer_).substr(pos_);
  if (mode_.binary || utf8_) {
    ahead += static_cast<int64_t>(unread.size());
  } else if (!unread.empty()) {
    Value encoded = str_encode(vm, vm.new_str(unread), encoding_, errors_);
    std::string_view bytes;
    if (encoded.is_unset() || !bytes_view(encoded, &bytes)) return -1;
    ahead += static_cast<int64_t>(bytes.size());
  }
  if (mode_.binary || newlines_ != Newlines::Universal || unread.empty()) return at - ahead;
  // Each "\r\n" read ahead is one byte longer than the buffer shows: look at the bytes themselves.
  if (!utf8_) return at - ahead;
  size_t after = raw_.size() + (held_cr_ ? 1 : 0);
  auto window = std::min(static_cast<size_t>(at), 2 * unread.size() + after + 1);
  std::string bytes(window, '\0');
  ssize_t n = ::pread(fd_, bytes.data(), window, at - static_cast<int64_t>(window));
  if (n < 0 || static_cast<size_t>(n) < window) return at - ahead;
  size_t end = window - after;
  for (size_t left = unread.size(); left > 0 && end > 0; --left) {
    --end;
    if (bytes[end] == '\n' && end > 0 && bytes[end - 1] == '\r') --end;
  }
  return at - static_cast<int64_t>(window - end);
}

int64_t File::tell(Vm& vm) {
  if (!check_open(vm) || !flush_writes(vm)) return -1;
  return position(vm);
}

int64_t File::seek(Vm& vm, int64_t offset, int whence) {
  if (!check_open(vm)) return -1;
  if (whence < 0 || whence > 2) {
    vm.raisef(sl::errors().ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
    return -1;
  }
  if (!mode_.binary && whence && offset) {
    vm.raise(unsupported_operation(), whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    return -1;
  }
  if (whence == 0 && offset < 0) {
    if (mode_.binary)
      vm.raise_os(EINVAL, {});
    else
      vm.raisef(sl::errors().ValueError, "negative seek position %lld", static_cast<long long>(offset));
    return -1;
  }
  if (!flush_writes(vm)) return -1;
  if (whence == 1) {
    int64_t here = position(vm);
    if (here < 0) return -1;
    offset += here;
    whence = 0;
  }
  int64_t at = ::lseek(fd_, offset, whence);
  if (at < 0) {
    raise_errno(vm);
    return -1;
  }
  buffer_.clear();
  raw_.clear();
  pos_ = 0;
  held_cr_ = false;
  at_start_ = at == 0;
  return at;
}

int64_t File::truncate(Vm& vm, Value size) {
  if (!check_writable(vm) || !flush_writes(vm)) return -1;
  int64_t n;
  if (size.is_none()) {
    n = position(vm);
    if (n < 0) return -1;
  } else if (!vm.to_index(size, &n)) {
    return -1;
  }
  if (::ftruncate(fd_, n) < 0) {
    raise_errno(vm);
    return -1;
  }
  return n;
}

}  // namespace sl
