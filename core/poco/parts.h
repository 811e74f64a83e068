// The functions behind Services; see there.
#pragma once

#include "core/poco/services.h"

namespace sl {

int run_application(const std::vector<std::string>& arguments, int (*program)(const Options&), void (*complain)(const std::string&));
std::string json_text(const Json& document);
std::unique_ptr<LogFile> open_log_file(const std::string& path, int64_t rotate_bytes, int64_t keep);
void bridge_loggers(void (*log)(int level, const std::string& source, const std::string& text));

}  // namespace sl
