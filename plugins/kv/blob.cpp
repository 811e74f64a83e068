#include "blob.h"

namespace kv {

std::optional<std::string> append_item(std::string_view list, std::string_view item) {
  BlobReader reader(list);
  char tag;
  uint64_t count;
  if (!reader.tag(&tag) || tag != 'L' || !reader.count(&count)) return {};
  BlobWriter head;
  head.list(count + 1);
  std::string out = head.take();
  out.reserve(out.size() + reader.rest().size() + item.size());
  out.append(reader.rest()).append(item);
  return out;
}

}  // namespace kv
