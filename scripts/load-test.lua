-- For wrk: two of three requests are pictures, each third is one of eight kinds of nonsense.
-- Arguments after --: the path of the model, then files of pictures.

local path, valid, invalid = nil, {}, {}
local threads = {}

local function read(name)
  local file = assert(io.open(name, "rb"))
  local bytes = file:read("*a")
  file:close()
  return bytes
end

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  path = args[1]
  local types = {["Content-Type"] = "application/octet-stream"}
  for i = 2, #args do
    table.insert(valid, wrk.format("POST", path, types, read(args[i])))
  end
  local picture = read(args[2])
  local json = {["Content-Type"] = "application/json"}
  invalid = {
    wrk.format("POST", path, types, "this is no picture"),
    wrk.format("POST", path, types, picture:sub(1, math.floor(#picture / 2))),
    wrk.format("POST", path, types, ""),
    wrk.format("POST", path, json, "{\"instances\": ["),
    wrk.format("POST", "/v1/models/no-such-model:predict", types, picture),
    wrk.format("GET", path),
    wrk.format("GET", "/no/such/path"),
    wrk.format("POST", path .. "?votes=perhaps", types, picture),
  }
  sent = 0
  statuses = ""
  answers = ""
  counts, bodies = {}, {}
end

function request()
  sent = sent + 1
  if sent % 3 == 0 then
    return invalid[math.floor(sent / 3) % #invalid + 1]
  end
  return valid[sent % #valid + 1]
end

function response(status, headers, body)
  counts[status] = (counts[status] or 0) + 1
  if status == 200 and not bodies[body] then
    bodies[body] = true
    answers = answers .. body .. "\n"
  end
  statuses = ""
  for code, count in pairs(counts) do
    statuses = statuses .. code .. "=" .. count .. " "
  end
end

function done(summary, latency, requests)
  local total, distinct, number = {}, {}, 0
  for _, thread in ipairs(threads) do
    for code, count in thread:get("statuses"):gmatch("(%d+)=(%d+)") do
      total[code] = (total[code] or 0) + count
    end
    for body in thread:get("answers"):gmatch("[^\n]+") do
      if not distinct[body] then
        distinct[body] = true
        number = number + 1
      end
    end
  end
  local e = summary.errors
  io.write(string.format("requests %d in %.1f s: %.0f a second\n", summary.requests,
      summary.duration / 1e6, summary.requests / (summary.duration / 1e6)))
  io.write(string.format("latency ms: p50 %.2f, p90 %.2f, p99 %.2f, most %.2f\n",
      latency:percentile(50) / 1000, latency:percentile(90) / 1000,
      latency:percentile(99) / 1000, latency.max / 1000))
  local codes = {}
  for code in pairs(total) do table.insert(codes, code) end
  table.sort(codes)
  for _, code in ipairs(codes) do
    io.write(string.format("status %s: %d\n", code, total[code]))
  end
  io.write(string.format("different answers: %d\n", number))
  io.write(string.format("errors: connect %d, read %d, write %d, timeout %d\n",
      e.connect, e.read, e.write, e.timeout))
end
