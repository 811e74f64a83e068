// Open files as scripts see them: one state behind TextIOWrapper and the Buffered classes.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/native.h"
#include "core/vm/vm.h"

namespace sl {

// What open() was asked for.
struct FileMode {
  bool read = false, write = false, append = false, create = false, truncate = false, binary = false, update = false;
  std::string text;  // as the script wrote it
};

enum class Newlines : uint8_t { Universal, Untranslated, Lf, Cr, CrLf };  // newline=None, '', '\n', '\r', '\r\n'

class File;
// The files of one environment that hold back written data. A file nobody refers to any more is closed by
// a collection, later than CPython would, so whoever looks at the file system writes these out first.
struct PendingFiles {
  std::mutex mutex;  // files are destroyed on any thread
  std::vector<File*> files;
};
void flush_pending_files(Vm& vm);
// TextIOWrapper, BufferedReader, BufferedWriter and BufferedRandom.
std::span<Class* const> file_classes();

// One open file. Every operation can raise; `false` or an unset Value means it did.
class File {
 public:
  File(int fd, FileMode mode, std::string encoding, std::string errors, Newlines newlines, bool owns_fd = true);
  ~File();  // writes what is buffered, ignoring errors
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  // Text modes give str, binary ones bytes; at most `limit` characters or bytes, all when negative.
  Value read(Vm& vm, int64_t limit);
  Value read_line(Vm& vm, int64_t limit);  // empty at the end of the file
  // Characters or bytes written, -1 raised.
  int64_t write(Vm& vm, Value v);
  Value read_once(Vm& vm, int64_t limit);  // binary: what is buffered, or one read of the system
  Value peek(Vm& vm);                      // binary: what is buffered, filled when empty; stays there
  bool flush(Vm& vm);
  bool close(Vm& vm);                                // closed even when flushing fails
  int64_t seek(Vm& vm, int64_t offset, int whence);  // -1 raised
  int64_t tell(Vm& vm);
  int64_t truncate(Vm& vm, Value size);

  bool check_open(Vm& vm) const;  // ValueError when closed
  bool check_readable(Vm& vm) const;
  bool check_writable(Vm& vm) const;
  bool seekable() const;
  bool closed() const noexcept { return fd_ < 0; }
  int fd() const noexcept { return fd_; }
  const FileMode& mode() const noexcept { return mode_; }
  const std::string& encoding() const noexcept { return encoding_; }
  const std::string& errors() const noexcept { return errors_; }
  bool standard() const noexcept { return standard_; }
  bool plain() const noexcept { return standard_ && utf8_ && newlines_ == Newlines::Universal; }
  bool line_buffering = false, write_through = false;
  // The binary layer of a text file: its own buffer over the same descriptor, flushed and closed with it.
  File* layer() const noexcept { return layer_; }
  File* add_layer();
  void give_to_layer() noexcept;  // the descriptor outlives this file
  bool closes_fd() const noexcept { return text_ ? text_->owns_fd_ : owns_fd_; }
  void give_away() noexcept { fd_ = -1; }  // flushed before: the descriptor is someone else's now
  void set_codec(std::string encoding, std::string errors);
  void set_newlines(Newlines newlines) noexcept { newlines_ = newlines; }
  bool read_ahead() const noexcept { return pos_ < buffer_.size() || !raw_.empty() || held_cr_; }
  enum : uint8_t { kSeenCr = 1, kSeenLf = 2, kSeenCrLf = 4 };
  uint8_t seen_ends() const noexcept { return mode_.binary || newlines_ >= Newlines::Lf ? 0 : seen_ends_; }  // line ends read so far

  // stdin, stdout or stderr of the environment: output goes through the host.
  static File* make_standard(int fd, bool binary);

 private:
  bool fill(Vm& vm);  // reads more into buffer_; eof_ at the end
  bool decode_pending(Vm& vm);
  void translate(std::string_view text);
  void note_ends(std::string_view text);
  Value take(Vm& vm, size_t n);
  size_t line_end(size_t from, bool* complete) const;
  bool flush_writes(Vm& vm);
  bool drop_reads(Vm& vm);
  int64_t position(Vm& vm);
  bool raise_errno(Vm& vm);

  int fd_;
  FileMode mode_;
  std::string encoding_, errors_;
  std::string rest_encoding_;  // of encodings that begin with a mark: what follows it
  Newlines newlines_;
  bool utf8_, owns_fd_, standard_ = false, eof_ = false, held_cr_ = false, at_start_ = true;
  File *layer_ = nullptr, *text_ = nullptr;
  uint8_t seen_ends_ = 0;
  std::string raw_;     // bytes read but not yet decoded (text)
  std::string buffer_;  // decoded text, or bytes, not yet taken from pos_ on
  size_t pos_ = 0;
  std::string out_;  // written, not yet passed on
  std::shared_ptr<PendingFiles> pending_;
  void forget_pending() noexcept;
  friend void flush_pending_files(Vm& vm);
};

// The file behind a script value; null for others.
File* file_of(Value v);
// sys.stdin, sys.stdout, sys.stderr: fd 0, 1, 2. A fresh object each time.
Value new_standard_stream(Vm& vm, int fd, bool binary = false);
bool is_standard_stream(Value v, int fd);
Class* unsupported_operation();  // io.UnsupportedOperation
Value builtin_open(Vm& vm, Value* args);
Value wrap_file(Vm& vm, File* file, Value name);
// The value an argument newline= stands for; false: raised.
bool parse_newline(Vm& vm, Value v, bool binary, Newlines* out);
// buffer, raw, detach, reconfigure ...: what reaches from one layer of a file to another.
std::span<const MethodDef> text_layer_methods();
std::span<const MethodDef> binary_layer_methods();
enum FileField { kFileName, kFileOther, kFileFieldCount };  // fields of the object: its name, the other layer
// A line of the process's standard input, its end included; false: end of input or raised.
bool read_input_line(Vm& vm, std::string* line);

void define_file_types();

}  // namespace sl
