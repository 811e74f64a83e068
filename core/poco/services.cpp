#include "core/poco/services.h"

#include "core/poco/parts.h"

extern "C" __attribute__((visibility("default"))) const sl::Services scriptling_services;
const sl::Services scriptling_services{sl::run_application, sl::json_text, sl::open_log_file, sl::bridge_loggers};
