// The timeline of a saved page: everything it needs stands in the page itself. Texts only ever go in as text.
"use strict";
const told = JSON.parse(document.getElementById("told").textContent);
const { marks, pubs, series, types, words, ties } = told;
const NS = "http://www.w3.org/2000/svg", DAY = 86400, YEAR = 365.2425 * DAY;
const ROW = 22, STRIP = 24, AXIS = 40, LOW_AXIS = 22, HALF = 7, VAGUE = 11, MEASURE = 64, LINE = 14, MOST_ROWS = 40, DENSE = 260;
const byId = (id) => document.getElementById(id);
const chart = byId("chart"), lanesBox = byId("lanes"), card = byId("card");
const svg = { strip: byId("strip"), lanes: byId("all"), axis: byId("axis") };
const pen = document.createElement("canvas").getContext("2d");
const dated = marks.map((m, i) => i).filter((i) => marks[i].x);
const inTime = [...dated].sort((a, b) => marks[a].x[0] - marks[b].x[0] || marks[a].x[3] - marks[b].x[3]);
let view = [0, 1], by = "type", selected = null, lit = null, needle = "", names = 110, layout = null, lag = false, order = false, measures = true;

// Small tools
function make(name, facts = {}, text) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(facts)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
function element(name, text, facts = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(facts)) made.setAttribute(key, value);
  return made;
}
function wide(text, font = "12px") {
  pen.font = `${font} "Noto Sans", system-ui, sans-serif`;
  return pen.measureText(text).width;
}
function cut(text, room, font) {
  if (wide(text, font) <= room) return text;
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (wide(text.slice(0, middle) + "…", font) <= room) low = middle; else high = middle - 1;
  }
  return low ? text.slice(0, low).trimEnd() + "…" : "";
}
const width = () => Math.max(chart.clientWidth, 200);
const room = () => width() - names;
const longest = () => Math.max(260, room() * 0.4); // pixels of a label
const x = (moment) => names + ((moment - view[0]) / (view[1] - view[0])) * room();
const momentAt = (px) => view[0] + ((px - names) / room()) * (view[1] - view[0]);
const colour = (mark) => `color:var(--k${types[mark.k] ? types[mark.k].n : 0})`;

// Lanes and rows
function lanesOf(mark) {
  if (by === "type") return [types[mark.k] ? types[mark.k].t : mark.k];
  if (by === "place") return [mark.l];
  const those = mark[{ participant: "w", source: "s", article: "h" }[by]];
  return those.length ? [...new Set(those)] : [""];
}
function group() {
  const lanes = new Map();
  for (const i of inTime) {
    if (needle && !marks[i].find.includes(needle)) continue;
    for (const key of lanesOf(marks[i])) lanes.has(key) ? lanes.get(key).push(i) : lanes.set(key, [i]);
  }
  const places = new Map(); // of lanes that have an order of their own: the schema's, that of publication
  if (by === "type") for (const [n, one] of Object.values(types).entries()) places.set(one.t, n);
  if (by === "article") for (const pub of pubs) places.set(pub.t, Math.min(places.get(pub.t) ?? Infinity, pub.at));
  const place = (key) => places.get(key) ?? Number.MAX_VALUE;
  return [...lanes].sort(([a, m], [b, n]) => (a === "") - (b === "") || place(a) - place(b) ||
    (by === "type" ? 0 : n.length - m.length) || a.localeCompare(b));
}
function reach(i, given) { // given: the dates that a lane's own articles say, and how they tell of it
  const told = given?.get(i) || marks[i], [begin, core, end, last] = told.x.map(x), middle = (core + end) / 2;
  const half = told.v ? VAGUE : told.p ? HALF : 4;
  return [Math.min(begin - (told.o & 1 ? 40 : 0), middle - half), Math.max(last + (told.o & 2 ? 40 : 0), middle + half)];
}
function pack(members, given) {
  const free = [], placed = [];
  for (const i of members) {
    const [left, right] = reach(i, given);
    if (right < names - 400 || left > width() + 400) continue;
    const label = Math.min(wide(marks[i].t), longest()) + 14;
    let row = free.findIndex((end) => end <= left);
    if (row < 0) row = free.length < MOST_ROWS ? free.push(0) - 1 : MOST_ROWS - 1;
    free[row] = Math.max(free[row], right + label);
    placed.push([i, row]);
  }
  return [placed, Math.max(free.length, 1)];
}
const measured = () => (lag || !measures ? [] : series);
function arrange() {
  let y = lag ? SIDES : 0;
  const all = lag ? bandLanes() : group().map(([key, members]) => ({ key, members }));
  const lanes = all.map((one) => {
    const members = one.members.filter((i) => { const [l, r] = reach(i, one.given); return r > names && l < width(); });
    const dense = members.length > DENSE;
    const [placed, rows] = dense ? [[], 1] : pack(one.members, one.given);
    const said = wrapped(one.key || words.unnamed, names - 18);
    const lane = { ...one, top: y, height: Math.max(rows * ROW, said.length * LINE) + 6, placed, members, dense, said };
    y += lane.height;
    return lane;
  });
  const numbers = measured().map((one) => {
    const ends = Math.max(...one.ends.map((said) => wide(said, "11px"))) + 12, title = names - 14 - ends;
    const beside = longestWord(one.title) <= title; // the numbers of its edges stand beside its name, or else over its ground
    const said = wrapped(one.title, beside ? title : names - 18), top = y;
    y += Math.max(MEASURE, (said.length + 1) * LINE + 12);
    return { one, top, tall: y - top, said, beside };
  });
  return { lanes, height: y, measures: numbers };
}
function longestWord(text) { return Math.max(0, ...text.split(/\s+|(?<=-)/).map((word) => wide(word, "600 12px"))); }
function nameWidth() { // no word of a lane's name is cut, as long as that leaves the larger part to the lanes
  const all = [...(lag ? [] : group().map(([key]) => key || words.unnamed)), ...measured().map((one) => one.title)];
  const least = Math.min(150, Math.max(84, width() * 0.16));
  return Math.min(Math.max(least, ...all.map((text) => longestWord(text) + 20)), Math.max(least, width() * 0.32));
}

// Drawing
function draw() {
  names = nameWidth();
  layout = arrange();
  const ticks = axisTicks();
  svg.axis.setAttribute("height", ticks.context.length ? AXIS : LOW_AXIS);
  grow();
  drawStrip(ticks);
  drawLanes(ticks);
  drawAxis(ticks);
}
function needed() { return STRIP + layout.height + Number(svg.axis.getAttribute("height")) + 2; }
function grow() { // as high as it needs to be, up to what the style allows; it is lower again when it shows something else
  if (needed() > (parseFloat(chart.style.getPropertyValue("--need")) || 0)) chart.style.setProperty("--need", `${needed()}px`);
}
function redraw() { // for another view of it
  chart.style.removeProperty("--need");
  draw();
}
function grid(into, ticks, height) {
  for (const tick of ticks.fine) if (tick.x > names) into.append(make("line", { class: "grid", x1: tick.x, x2: tick.x, y1: 0, y2: height }));
  const now = x(Date.now() / 1000 - new Date().getTimezoneOffset() * 60);
  if (now > names && now < width()) into.append(make("line", { class: "today", x1: now, x2: now, y1: 0, y2: height }));
  return now;
}
function stacks(places) { // of [place, number] in order: those whose sheets would run together
  const all = [];
  for (const one of places) {
    const last = all[all.length - 1];
    if (last && one[0] - last[last.length - 1][0] < 9 && one[0] - last[0][0] <= 16) last.push(one);
    else all.push([one]);
  }
  return all;
}
function drawStrip(ticks) {
  const out = [];
  const now = grid({ append: (node) => out.push(node) }, ticks, STRIP);
  if (now > names && now < width() - 40) out.push(make("text", { class: "small", x: now + 4, y: 16, style: "fill:var(--accent)" }, words.today));
  const chosen = selected === null ? new Set() : new Set(marks[selected].a);
  const seen = pubs.map((pub, number) => [x(pub.at), number]).filter(([at]) => at >= names - 4 && at <= width() + 4);
  for (const near of stacks(seen.sort(([a], [b]) => a - b))) {
    const own = near.map(([, number]) => pubs[number]), many = own.length > 1 ? `${own.length}` : "";
    const wide_ = many ? wide(many, "600 11px") + 7 : 8, at = (near[0][0] + near[near.length - 1][0]) / 2;
    const sheet = make("g", { class: "sheet" + (own.some((pub) => chosen.has(pub.a) || lit === pub.a) ? " on" : ""),
      "data-pub": near.map(([, number]) => number).join() });
    sheet.append(make("path", { d: many ? `M${at - wide_ / 2} 5h${wide_ - 3}l3 3v11h${-wide_}z` : `M${at - 4} 6h5l3 3v9h-8z` }));
    if (many) sheet.append(make("text", { x: at, y: 16, "text-anchor": "middle" }, many));
    sheet.append(make("title", {}, own.map((pub) => `${pub.t}\n${words.published} ${pub.d}`).join("\n\n")));
    out.push(sheet);
  }
  out.push(make("rect", { class: "cover", width: names, height: STRIP }), make("text", { class: "small", x: 10, y: 16 }, words.published));
  out.push(make("line", { class: "edge", x1: 0, x2: width(), y1: STRIP - 0.5, y2: STRIP - 0.5 }));
  svg.strip.replaceChildren(...out);
}
function drawLanes(ticks) {
  const height = Math.max(layout.height, lanesBox.clientHeight);
  svg.lanes.setAttribute("height", height);
  const ground = make("g"), under = make("g"), front = make("g"), left = make("g"), above = make("g"), spots = new Map();
  layout.lanes.forEach((lane, n) => {
    if (n % 2 === 0) ground.append(make("rect", { class: "band", y: lane.top, width: width(), height: lane.height }));
    if (lane.dense) drawDense(front, lane); else drawRows(front, lane, spots);
    left.append(make("rect", { y: lane.top + 1, width: 3, height: lane.height - 2,
      style: by === "type" && !lag && lane.members.length ? `${colour(marks[lane.members[0]])};fill:currentColor` : "fill:var(--muted)" }));
    lane.words = lane.said.map((line) => make("text", { class: "name", x: 10 }, line));
    left.append(...lane.words);
  });
  grid(ground, ticks, height);
  if (lag) drawSides(above, drawAhead(ground));
  else for (const measure of layout.measures) drawSeries(front, left, measure);
  left.prepend(make("rect", { class: "cover", width: names, height }));
  left.append(make("line", { class: "edge", x1: names - 0.5, x2: names - 0.5, y1: 0, y2: height }));
  if (!layout.lanes.length) front.append(make("text", { x: width() / 2, y: 60, "text-anchor": "middle" }, needle ? words.nothing : words.empty));
  svg.lanes.replaceChildren(gradients(), ground, under, front, above, left);
  if (order) drawTies(under, above, spots);
  placeNames();
}
function placeNames() { // in the middle of what is seen of each lane; half words at an edge are left out
  const top = lanesBox.scrollTop, end = top + lanesBox.clientHeight;
  for (const word of svg.lanes.querySelectorAll(".label")) {
    const foot = Number(word.getAttribute("y"));
    word.classList.toggle("cut", foot - 10 < top || foot + 4 > end);
  }
  for (const { words: lines, top: from, height } of layout.lanes) {
    const seen = [Math.max(from, top), Math.min(from + height, end)], tall = lines.length * LINE;
    const middle = Math.min(Math.max((seen[0] + seen[1]) / 2, from + tall / 2 + 3), from + height - tall / 2 - 3);
    lines.forEach((line, i) => {
      const foot = middle + 4 + (i - (lines.length - 1) / 2) * LINE;
      line.setAttribute("y", foot);
      line.classList.toggle("cut", foot - 10 < top || foot + 3 > end);
    });
  }
}
function wrapped(text, most) { // all of it, in as many lines as that takes; a word that has no room is broken, at a hyphen if it can be
  const lines = [""], fits = (line) => wide(line, "600 12px") <= most;
  for (const [n, word] of text.split(/\s+/).entries()) {
    let rest = word, space = n && lines[lines.length - 1] ? " " : "";
    if (!fits(lines[lines.length - 1] + space + rest)) { if (space) lines.push(""); space = ""; }
    while (!fits(rest) && rest.length > 1) {
      let long = rest.length - 1;
      while (long > 1 && !fits(rest.slice(0, long))) long--;
      const hyphen = rest.lastIndexOf("-", long - 1) + 1 || long;
      lines[lines.length - 1] = rest.slice(0, hyphen);
      lines.push("");
      rest = rest.slice(hyphen);
    }
    lines[lines.length - 1] += space + rest;
  }
  return lines;
}
function gradients() {
  const all = make("defs");
  for (const [id, ends] of [["up", [0.06, 0.62]], ["down", [0.62, 0.06]]]) {
    const one = make("linearGradient", { id });
    ends.forEach((alpha, i) => one.append(make("stop", { offset: i, "stop-color": "#fff", "stop-opacity": alpha })));
    const mask = make("mask", { id: `m${id}`, maskContentUnits: "objectBoundingBox" });
    mask.append(make("rect", { width: 1, height: 1, fill: `url(#${id})` }));
    all.append(one, mask);
  }
  const dense = make("linearGradient", { id: "dense" }), mask = make("mask", { id: "mdense", maskContentUnits: "objectBoundingBox" });
  for (const [offset, alpha] of [[0, 0.1], [0.18, 0.45], [0.36, 1], [0.64, 1], [0.82, 0.45], [1, 0.1]])
    dense.append(make("stop", { offset, "stop-color": "#fff", "stop-opacity": alpha }));
  mask.append(make("rect", { x: -0.1, y: -0.1, width: 1.2, height: 1.2, fill: "url(#dense)" }));
  all.append(dense, mask);
  return all;
}
function drawDense(into, lane) {
  const columns = new Map();
  for (const i of lane.members) {
    const at = Math.floor(x((marks[i].x[1] + marks[i].x[2]) / 2) / 4);
    columns.set(at, [(columns.get(at) || [0])[0] + 1, i]);
  }
  const most = Math.max(...[...columns.values()].map(([count]) => count));
  for (const [at, [count, i]] of columns) {
    if (at * 4 < names) continue;
    into.append(make("rect", { class: "soft mark", x: at * 4, y: lane.top + 7, width: 4, height: ROW - 8, style: colour(marks[i]),
      opacity: 0.35 + 0.65 * Math.log1p(count) / Math.log1p(most), "data-zoom": at * 4 + 2 }));
  }
}
function drawRows(into, lane, spots) {
  const ends = [], boxes = lane.placed.map(([i, row]) => [i, row, ...reach(i, lane.given)]);
  for (const [n, [i, row, left, right]] of boxes.entries()) {
    const told = lane.given?.get(i) || marks[i], dates = told.x, y = lane.top + 3 + row * ROW + ROW / 2;
    if (!spots.has(i)) spots.set(i, [x((dates[1] + dates[2]) / 2), y]);
    if (right < names || left > width()) continue;
    const next = boxes.find(([, r, l], k) => k > n && r === row && l > left);
    const edge = Math.min(next ? next[2] : width(), width());
    ends[row] = drawMark(into, i, told, y, left, right, edge, ends[row] || names);
  }
}
function drawMark(into, i, told, y, left, right, edge, taken) {
  const mark = marks[i], [begin, core, end, last] = told.x.map(x), g = make("g", { class: "mark" + (i === selected ? " on" : "") +
    (told.g ? " no" : "") + (lit !== null && !mark.a.includes(lit) ? " off" : ""), "data-mark": i, style: colour(mark) });
  const middle = (core + end) / 2, half = told.p ? HALF : Math.max((end - core) / 2, 4);
  const from = Math.max(middle - half, names - 60), to = Math.min(middle + half, width() + 60);
  const cloud = told.v && !told.p, vague = [Math.min(begin, middle - VAGUE), Math.max(last, middle + VAGUE)];
  const seen = [Math.max(vague[0], names - 60), Math.min(vague[1], width() + 60)], [rimFrom, rimTo] = cloud ? seen : [from, to];
  g.append(make("rect", { class: "rim", x: rimFrom - 4, y: y - 10, width: Math.max(rimTo - rimFrom, 0) + 8, height: 20, rx: 5 }));
  if (!cloud) {
    fade(g, Math.max(told.v ? vague[0] : begin, names - 60), told.v ? middle : from, y, "up");
    fade(g, told.v ? middle : to, Math.min(told.v ? vague[1] : last, width() + 60), y, "down");
  }
  if (told.o & 1) g.append(make("path", { class: "open", d: `M${begin} ${y}h-36m5 -4.5l-5 4.5 5 4.5` }));
  if (told.o & 2) g.append(make("path", { class: "open", d: `M${last} ${y}h36m-5 -4.5l5 4.5 -5 4.5` }));
  const shape = { class: told.f ? "hollow" : "full" };
  if (told.p) g.append(make("path", { ...shape, d: `M${middle} ${y - HALF}l${HALF} ${HALF}l${-HALF} ${HALF}l${-HALF} ${-HALF}z` }));
  else if (cloud) { // its gradient spans all of it, seen or not
    if (seen[1] > seen[0]) g.append(make("rect", { ...shape, x: vague[0], y: y - 7, width: vague[1] - vague[0], height: 14, rx: 4, mask: "url(#mdense)" }));
  } else if (to > from) g.append(make("rect", { ...shape, x: from, y: y - 7, width: to - from, height: 14, rx: 3 }));
  if (told.g) g.append(make("line", { class: "strike", x1: from - 4, x2: to + 4, y1: y, y2: y }));
  if (mark.q) g.append(make("circle", { class: "badge", cx: to, cy: y - 7, r: 5.5 }), make("text", { x: to - 1.5, y: y - 4 }, "!"));
  const need = Math.min(wide(mark.t), longest()), after = Math.max(right, names) + 6;
  let used = right;
  const free = edge - 6 - after, before = left - 6 - Math.max(taken, names + 4), isWhole = free >= need, label = { class: "label", y: y + 4 };
  if (!isWhole && (before > need || (before > free && before >= 40))) {
    const said = cut(mark.t, Math.min(before, need));
    g.append(make("text", { ...label, x: left - 6 - wide(said) }, said));
  }
  else if (isWhole || free >= Math.min(need, 40)) {
    g.append(make("text", { ...label, x: after }, cut(mark.t, Math.min(free, longest()))));
    used = Math.min(after + need, edge);
  } else { // on the soft part, where that is all there is in view
    const sides = [[Math.max(to, names) + 8, Math.min(right, width())], [Math.max(left, names) + 8, Math.min(from, width()) - 8]];
    const side = sides.find(([a, b]) => b - a >= need && a >= taken);
    if (side) g.append(make("text", { ...label, x: side[0] }, cut(mark.t, need)));
  }
  g.append(make("title", {}, `${mark.d} · ${mark.t}`));
  into.append(g);
  return used + 6;
}
function fade(into, from, to, y, way) {
  if (to - from > 1) into.append(make("rect", { class: "soft", x: from, y: y - 5.5, width: to - from, height: 11, mask: `url(#m${way})` }));
}
function drawSeries(front, left, { one, top, tall, said, beside }) {
  const [low, high] = one.range, foot = top + tall - 12, rise = tall - 31;
  const y = (value) => foot - ((value - low) / (high - low || 1)) * rise;
  front.append(make("line", { class: "edge", x1: 0, x2: width(), y1: top + 0.5, y2: top + 0.5 }));
  const reached = one.points.filter((p) => !p.target).map((p) => `${x(p.at)},${y(p.v)}`);
  if (reached.length > 1) front.append(make("polyline", { class: "line", points: reached.join(" ") }));
  let before = null;
  const shown = one.points.filter((p) => x(p.at) >= names && x(p.at) <= width());
  const taken = shown.flatMap((p) => [[x(p.at), y(p.v), 6, 6], ...(p.due ? [] : [[x(p.at) + 20, y(p.v), 16, 4]])]); // middles and halves
  for (const p of one.points) {
    const at = x(p.at);
    if (p.target && p.due && before) front.append(make("line", { class: "line aim", x1: x(before.at), y1: y(before.v), x2: at, y2: y(p.v) }));
    if (p.target && !p.due) front.append(make("path", { class: "line", d: `M${at + 5} ${y(p.v)}h30m-4 -3.5l4 3.5 -4 3.5` }));
    if (!p.target) before = p;
    if (!shown.includes(p)) continue;
    const dot = make("circle", { class: `value mark${p.target ? " hollow" : ""}${p.m === selected ? " on" : ""}`, cx: at, cy: y(p.v), r: 5, "data-mark": p.m });
    dot.append(make("title", {}, `${p.d}: ${p.text} ${one.unit}`));
    front.append(dot);
  }
  for (const p of [...shown].reverse()) { // the latest first
    const half = wide(p.text) / 2, at = x(p.at), over = [at, y(p.v) - 13], beside = [at + (p.due ? 10 : 42) + half, y(p.v)];
    const free = [...(p.due ? [over, beside] : [beside, over]), [at - 10 - half, y(p.v)], [at, y(p.v) + 14]].find(([mx, my]) =>
      mx - half > names + (beside ? 4 : 44) && mx + half < width() - 2 && my - 6 > top && my + 6 < top + tall &&
      taken.every(([bx, by_, w, h]) => Math.abs(bx - mx) > w + half || Math.abs(by_ - my) > h + 6));
    if (!free) continue;
    taken.push([...free, half, 6]);
    front.append(make("text", { class: p.due ? "scale" : "small scale", x: free[0] - half, y: free[1] + 4 }, p.text));
  }
  one.ends.forEach((number, n) => { // of its lower and its upper edge
    const at = y(one.range[n]), text = make("text", { class: "small scale edge-number", y: at + 4 }, number);
    front.append(make("line", { class: "grid", x1: names, x2: width(), y1: at, y2: at }));
    text.setAttribute("x", beside ? names - 8 - wide(number, "11px") : names + 6);
    if (!beside) front.append(make("rect", { class: "cover", x: names + 2, y: at - 7, width: wide(number, "11px") + 8, height: 14 }));
    (beside ? left : front).append(text);
  });
  said.forEach((line, i) => left.append(make("text", { class: "name", x: 10, y: top + 18 + i * LINE }, line)));
  left.append(make("text", { class: "small", x: 10, y: top + 18 + said.length * LINE }, one.unit));
}
function drawAxis(ticks) {
  const out = [make("line", { class: "edge", x1: names, x2: width(), y1: 0.5, y2: 0.5 })];
  let free = names;
  for (const tick of ticks.fine) {
    const long = wide(tick.text, "11px"), start = tick.x - long / 2;
    out.push(make("line", { class: "edge", x1: tick.x, x2: tick.x, y1: 1, y2: 5 }));
    if (start < free || start + long > width() - 2) continue;
    out.push(make("text", { class: "small", x: start, y: 17, style: "fill:var(--text)" }, tick.text));
    free = start + long + 8;
  }
  ticks.context.forEach((tick, n) => {
    const start = Math.max(tick.x, names) + 4, next = ticks.context[n + 1];
    if (start + wide(tick.text, "600 11px") + 4 < (next ? next.x : width())) out.push(make("text", { class: "strong", x: start, y: 33 }, tick.text));
  });
  out.push(make("rect", { class: "cover", width: names - 1, height: AXIS }));
  svg.axis.replaceChildren(...out);
}

// The calendar: seconds count from 1970 without a zone, years before 1 are BC
const utc = (moment) => new Date(moment * 1000);
function at(year, month = 0, day = 1) {
  const made = new Date(0);
  made.setUTCFullYear(year, month, day);
  return made.getTime() / 1000;
}
const yearText = (y) => (y >= 1000 ? `${y}` : y > 0 ? `${y} AD` : `${1 - y} BC`);
const two = (n) => `${n}`.padStart(2, "0");
const STEPS = [...[1, 2, 5, 10, 15, 30].map((n) => [n * 60, "clock", n * 60, "00:00"]), ...[1, 2, 3, 6, 12].map((n) => [n * 3600, "clock", n * 3600, "00:00"]),
  [DAY, "day", 1, "Wed 30"], [7 * DAY, "day", 7, "Mon 30"], ...[1, 3, 6].map((n) => [n * 30.4 * DAY, "month", n, "Sept"]),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((n) => [n * YEAR, "year", n, n >= 1000 ? "5000 BC" : "2024"])];
function axisTicks() {
  const [begin, end] = view, per = (end - begin) / room();
  const [, kind, count] = STEPS.find(([s, , , sample]) => s / per >= wide(sample, "11px") + 14) || STEPS[STEPS.length - 1];
  const fine = [], context = [], first = utc(begin), last = utc(end);
  const put = (into, moment, text) => into.push({ x: x(moment), text });
  if (kind === "clock") {
    for (let t = Math.ceil(begin / count) * count; t <= end; t += count) put(fine, t, `${two(utc(t).getUTCHours())}:${two(utc(t).getUTCMinutes())}`);
    for (let t = Math.floor(begin / DAY) * DAY; t <= end; t += DAY) put(context, t, `${words.days[utc(t).getUTCDay()]} ${utc(t).getUTCDate()} ${words.months[utc(t).getUTCMonth()]} ${yearText(utc(t).getUTCFullYear())}`);
  } else if (kind === "day") {
    let t = Math.floor(begin / DAY) * DAY;
    if (count === 7) t -= ((utc(t).getUTCDay() + 6) % 7) * DAY;
    for (; t <= end; t += count * DAY) if (t >= begin) put(fine, t, `${words.days[utc(t).getUTCDay()]} ${utc(t).getUTCDate()}`);
    months(first, last, 1, (m, y, month) => put(context, m, `${words.months[month]} ${yearText(y)}`));
  } else if (kind === "month") {
    months(first, last, count, (m, _, month) => m >= begin && put(fine, m, words.months[month]));
    for (let y = first.getUTCFullYear(); y <= last.getUTCFullYear(); y++) put(context, at(y), yearText(y));
  } else {
    const from = first.getUTCFullYear(), to = last.getUTCFullYear();
    for (let y = 1 - Math.floor((1 - from) / count) * count; from <= 0 && y <= Math.min(0, to); y += count) if (at(y) >= begin) put(fine, at(y), yearText(y));
    if (from <= 1 && to >= 1 && count > 1) put(fine, at(1), yearText(1));
    for (let y = Math.max(count, Math.ceil(from / count) * count); y <= to; y += count) if (at(y) >= begin) put(fine, at(y), yearText(y));
  }
  return { fine, context };
}
function months(first, last, count, put) {
  let n = first.getUTCFullYear() * 12 + first.getUTCMonth();
  n = Math.floor(n / count) * count;
  for (const end = last.getUTCFullYear() * 12 + last.getUTCMonth(); n <= end; n += count) put(at(Math.floor(n / 12), ((n % 12) + 12) % 12), Math.floor(n / 12), ((n % 12) + 12) % 12);
}
