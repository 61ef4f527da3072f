-- Asks for one calendar after the other: arguments are a file with a path and an entity tag a line, and the mode.
local requests = {}
local next_request = 0

function init(arguments)
    local mode = arguments[2]
    for line in io.lines(arguments[1]) do
        local path, tag = line:match("^(%S+) (%S+)$")
        local headers = {}
        if mode ~= "raw" then headers["Accept-Encoding"] = "gzip" end
        if mode == "304" then headers["If-None-Match"] = tag end
        requests[#requests + 1] = wrk.format("GET", path, headers)
    end
    -- Threads begin at different places.
    math.randomseed(tonumber(tostring(requests):match("0x(%x+)"), 16))
    next_request = math.random(#requests)
end

function request()
    next_request = next_request % #requests + 1
    return requests[next_request]
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        "requests=%d microseconds=%d bytes=%d p50=%d p99=%d failures=%d\n",
        summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
