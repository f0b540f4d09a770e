// The saved timeline's other views: when it was reported against when it took place, and the order that texts state.
const MOST_BANDS = 120, MOST_TIES = 250, SIDES = 20;

// Reporting lag: a lane for each moment of publication, in order; where they are too many, for each day, month, year…
function bands() {
  const cut = [(d) => d.getTime(), (d) => Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()),
    ...[1, 12, 120, 1200].map((n) => (d) => Math.floor((d.getUTCFullYear() * 12 + d.getUTCMonth()) / n))];
  const known = pubs.filter((pub) => pub.a >= 0), days = cut.findIndex((key) => new Set(known.map((pub) => key(utc(pub.at)))).size <= MOST_BANDS);
  const found = new Map();
  for (const pub of [...known].sort((a, b) => a.at - b.at)) {
    const key = cut[days < 0 ? cut.length - 1 : days](utc(pub.at));
    if (!found.has(key)) found.set(key, { first: pub, last: pub, articles: [] });
    const band = found.get(key);
    band.last = pub;
    band.articles.push(pub.a);
  }
  return [...found.values()];
}
function bandLanes() {
  const told = new Map();
  for (const i of inTime) if (!needle || marks[i].find.includes(needle)) for (const a of marks[i].a) told.has(a) ? told.get(a).push(i) : told.set(a, [i]);
  const lanes = [];
  for (const band of bands()) {
    const given = new Map();
    for (const a of band.articles) for (const i of told.get(a) || []) given.set(i, marks[i].y[a] || marks[i]);
    if (!given.size) continue;
    const { first, last } = band, key = first.d === last.d ? first.d : `${first.d} – ${last.d}`;
    const members = [...given.keys()].sort((a, b) => given.get(a).x[0] - given.get(b).x[0] || given.get(a).x[3] - given.get(b).x[3]);
    lanes.push({ key, members, given, from: first, to: last });
  }
  return lanes;
}
function drawAhead(into) { // right of the line lies what was reported before it took place
  const fit_ = (at) => Math.min(Math.max(x(at), names), width());
  let ahead = 0, after = 0;
  for (const lane of layout.lanes) {
    const top = lane.top, end = lane.top + lane.height, { from, to } = lane; // of a day alone, what lies on it is neither
    into.append(make("path", { class: "ahead", d: `M${fit_(from.in[1])} ${top}L${fit_(to.in[1])} ${end}H${width()}V${top}z` }));
    if (x(to.at) >= names && x(from.at) <= width()) into.append(make("line", { class: "pub", x1: fit_(from.at), x2: fit_(to.at), y1: top, y2: end }));
    for (const told of lane.given.values()) {
      const [begin, core, end, last] = told.x, open = told.v || told.o || (!told.p && (core > begin || end < last));
      const before = begin >= to.in[1], since = last <= from.in[0]; // what is not known to the day goes by how it is told
      if (before || (!since && open && told.f)) ahead++;
      else if (since || open) after++;
    }
  }
  return [ahead, after];
}
function drawSides(into, [ahead, after]) { // in a row of their own, over nothing
  const right = `${words.ahead}: ${ahead}`, left = `${words.after}: ${after}`;
  into.append(make("text", { class: "side now", x: width() - wide(right, "11px") - 12, y: 14 }, right));
  into.append(make("text", { class: "side", x: names + 8, y: 14 }, left));
}

// Order: arrows from the earlier to the later, lines where they share time; broken where their dates exclude it
function drawTies(into, above, spots) { // the lines below the marks and their labels, the words above them
  const seen = ties.filter((t) => spots.has(t.a) && spots.has(t.b)).filter((t) => {
    const [p, q] = [spots.get(t.a), spots.get(t.b)];
    return Math.max(p[0], q[0]) >= names && Math.min(p[0], q[0]) <= width();
  });
  const own = (t) => t.a === selected || t.b === selected;
  const said = [];
  for (const tie of seen.sort((a, b) => own(a) - own(b)).slice(-MOST_TIES)) {
    const line = make("path", { class: `tie${own(tie) ? " on" : ""}${tie.x ? " broken" : ""}`, d: bow(spots.get(tie.a), spots.get(tie.b)) });
    into.append(line);
    const long = line.getTotalLength ? line.getTotalLength() : 0;
    if (tie.o && long > 8) {
      const tip = line.getPointAtLength(long), back = line.getPointAtLength(long - 7), far = Math.hypot(tip.x - back.x, tip.y - back.y) || 1;
      const [ax, ay] = [(tip.x - back.x) / far * 3.2, (tip.y - back.y) / far * 3.2];
      into.append(make("path", { class: `head${own(tie) ? " on" : ""}${tie.x ? " broken" : ""}`,
        d: `M${tip.x} ${tip.y}L${back.x - ay} ${back.y + ax}L${back.x + ay} ${back.y - ax}z` }));
    }
    if (own(tie) && long) said.push([tie, line, long]);
  }
  const boxes = [], labels = said.length ? [...svg.lanes.querySelectorAll(".label")].map((n) => n.getBBox()) : [];
  const off = (b, p, half) => b.x > p.x + half || b.x + b.width < p.x - half || b.y > p.y + 8 || b.y + b.height < p.y - 8;
  for (const [tie, line, long] of said) {
    const half = wide(tie.t, "11px") / 2 + 4;
    const free = [0.5, 0.36, 0.64, 0.22, 0.78, 0.43, 0.57, 0.29, 0.71, 0.12, 0.88].map((s) => line.getPointAtLength(long * s)).find((p) =>
      p.x - half > names && p.x + half < width() && boxes.every((b) => Math.abs(b.x - p.x) > half + b.half || Math.abs(b.y - p.y) > 15) &&
      labels.every((b) => off(b, p, half)) && [...spots.values()].every(([sx, sy]) => Math.abs(sx - p.x) > half + HALF || Math.abs(sy - p.y) > 14));
    if (!free) continue;
    boxes.push({ x: free.x, y: free.y, half });
    above.append(make("text", { class: `tie-word${tie.x ? " broken" : ""}`, x: free.x - half + 4, y: free.y + 4 }, tie.t));
  }
}
function bow([ax, ay], [bx, by_]) {
  const far = (px) => Math.min(Math.max(px, -3000), width() + 3000), [a, b] = [far(ax), far(bx)], across = b - a, down = by_ - ay;
  if (Math.abs(down) < 4) {
    const up = Math.min(26, 10 + Math.abs(across) * 0.08);
    return `M${a} ${ay - 6}C${a + across * 0.25} ${ay - up} ${b - across * 0.25} ${by_ - up} ${b} ${by_ - 9}`;
  }
  if (Math.abs(across) < 14) {
    const out = Math.min(40, 14 + Math.abs(down) * 0.12);
    return `M${a - 8} ${ay}C${a - out} ${ay + down * 0.2} ${b - out} ${by_ - down * 0.2} ${b - 9} ${by_}`;
  }
  return `M${a} ${ay}C${a + across * 0.1} ${ay + down * 0.6} ${b - across * 0.1} ${by_ - down * 0.6} ${b} ${by_ + (down > 0 ? -9 : 9)}`;
}
function ordersOf(i) { // in words, each leading to the other mark
  const list = element("ul", "", { class: "orders" });
  for (const tie of ties) {
    if (tie.s !== i && tie.e !== i) continue;
    const other = tie.s === i ? tie.e : tie.s, row = element("li", "", tie.x ? { class: "bad" } : {});
    const go = element("button", marks[other].t, { type: "button" });
    go.addEventListener("click", () => { choose(other, true); card.querySelector(".orders button")?.focus(); });
    row.append(...(tie.s === i ? [`${tie.t} `, go] : [go, ` ${tie.t}`]));
    if (tie.x) row.append(` – ${words.broken}`);
    list.append(row);
  }
  return list.childElementCount ? [list] : [];
}
function showLag(on) {
  lag = on;
  byId("lag").setAttribute("aria-pressed", String(on));
  byId("by").disabled = byId("measures").disabled = on;
  lanesBox.scrollTop = 0;
  redraw();
  byId("say").textContent = on ? words.lagged : "";
}
function showOrder(on) {
  order = on && ties.length > 0;
  byId("order").setAttribute("aria-pressed", String(order));
  draw();
}
function showMeasures(on) {
  measures = on;
  byId("measures").setAttribute("aria-pressed", String(on));
  draw();
  if (on && layout.measures.length) revealMeasures();
}
function revealMeasures() { lanesBox.scrollTop = layout.measures[0].top + layout.measures[0].tall - lanesBox.clientHeight; }
function turnMeasures() { // those that are out of view are gone to first
  if (lag || !series.length) return;
  const first = layout.measures[0], seen = first && first.top + 12 < lanesBox.scrollTop + lanesBox.clientHeight;
  showMeasures(!seen);
}
byId("lag").addEventListener("click", () => showLag(!lag));
byId("order").addEventListener("click", () => showOrder(!order));
byId("measures").addEventListener("click", turnMeasures);
byId("measures").hidden = !series.length;
byId("order").hidden = !ties.length;
byId("lag").hidden = !pubs.some((pub) => pub.a >= 0);
