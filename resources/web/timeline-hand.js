// The saved timeline in the hand: mouse, touch, keys, card, list. Continues timeline.js, with which it makes one script.
const pagesOf = new Map([...document.querySelectorAll("[data-mark].event")].map((n) => [n.id, n]));

// Where it looks
function look(begin, end) {
  const span = Math.min(Math.max(end - begin, 600), 12000 * YEAR), middle = (begin + end) / 2;
  view = [middle - span / 2, middle + span / 2];
  draw();
  follow();
}
function follow() { // the card goes with its mark, and goes when that is out of view
  if (card.hidden || selected === null) return;
  const rim = svg.lanes.querySelector(`[data-mark="${selected}"] .rim`)?.getBoundingClientRect(), edge = chart.getBoundingClientRect().left;
  if (rim && rim.right > edge + names && rim.left < edge + width()) seat(place(selected));
  else closeCard();
}
function fit() {
  const shown = dated.filter((i) => !needle || marks[i].find.includes(needle));
  const numbers = measured().flatMap((s) => s.points.map((p) => p.at));
  const ends = [...shown.flatMap((i) => [marks[i].x[0], marks[i].x[3], ...Object.values(marks[i].y).flatMap((told) => told.x)]), ...(needle ? [] : numbers)];
  let begin = Math.min(...ends), end = Math.max(...ends);
  if (!ends.length) [begin, end] = [Date.now() / 1000 - YEAR, Date.now() / 1000];
  if (end - begin < 3 * DAY) [begin, end] = [begin - 2 * DAY, end + 2 * DAY];
  const per = (end - begin) / Math.max(room() * 0.78, 60);
  chart.style.removeProperty("--need");
  look(begin - per * room() * 0.04, end + per * room() * 0.18);
}
function zoom(factor, px) {
  const moment = momentAt(px ?? names + room() / 2), span = (view[1] - view[0]) * factor;
  if (span < 600 || span > 12000 * YEAR) return;
  look(moment - (moment - view[0]) * factor, moment + (view[1] - moment) * factor);
}
function pan(pixels) {
  const by = (pixels / room()) * (view[1] - view[0]);
  look(view[0] + by, view[1] + by);
}
function reveal(i) {
  if (!marks[i].x) return;
  const middle = (marks[i].x[1] + marks[i].x[2]) / 2, px = x(middle);
  if (px < names + 30 || px > width() - 80) pan(px - names - room() / 2);
  const node = svg.lanes.querySelector(`[data-mark="${i}"]`);
  if (!node) return;
  const box = node.getBoundingClientRect(), view_ = lanesBox.getBoundingClientRect();
  if (box.top < view_.top) lanesBox.scrollTop -= view_.top - box.top + 8;
  if (box.bottom > view_.bottom) lanesBox.scrollTop += box.bottom - view_.bottom + 8;
}

// Choosing a mark
function choose(i, where) {
  if (i !== null && !marks[i]) return;
  selected = i;
  for (const node of document.querySelectorAll("tr.on, .event.on")) node.classList.remove("on");
  draw();
  if (i === null) return closeCard();
  const mark = marks[i];
  byId(`r${i}`)?.classList.add("on");
  for (const id of mark.m) pagesOf.get(id)?.classList.add("on");
  reveal(i);
  byId("say").textContent = `${mark.d}. ${types[mark.k] ? types[mark.k].t : mark.k}: ${mark.t}${mark.f ? `, ${words.planned}` : ""}${mark.g ? `, ${words.negated}` : ""}`;
  if (where) openCard(i, where);
}
function openCard(i, where) {
  const mark = marks[i], all = [];
  const kind = element("p", types[mark.k] ? types[mark.k].t : mark.k, { style: `${colour(mark)};font-weight:600` });
  for (const [is, word] of [[mark.f, words.planned], [mark.g, words.negated]]) if (is) kind.append(element("span", ` · ${word}`, { class: "muted" }));
  all.push(kind, element("h2", mark.t), element("p", mark.d));
  const facts = [mark.w.join(", "), mark.l, mark.n.join(" · ")].filter(Boolean).join(" · ");
  if (facts) all.push(element("p", facts, { class: "muted" }));
  if (mark.z) all.push(element("p", `“${mark.z}”`, { class: "said" }));
  if (mark.q) all.push(element("p", mark.q, { class: "bad" }));
  all.push(...ordersOf(i));
  const links = element("ul");
  mark.m.forEach((id) => {
    const node = pagesOf.get(id), row = element("li");
    if (!node) return;
    const title = node.closest("article").dataset.title;
    row.append(element("a", title, { href: `#${id}` }));
    links.append(row);
  });
  all.push(links);
  const close = element("button", "×", { class: "close", "aria-label": words.close });
  close.addEventListener("click", closeCard);
  card.replaceChildren(close, ...all);
  card.hidden = false;
  seat(where === true ? place(i) : where);
}
function seat([px, py]) {
  const box = card.getBoundingClientRect();
  card.style.left = `${Math.max(8, Math.min(px + 14, innerWidth - box.width - 8))}px`;
  card.style.top = `${Math.max(8, Math.min(py + 16, innerHeight - box.height - 8))}px`;
}
function place(i) {
  const box = svg.lanes.querySelector(`[data-mark="${i}"] .rim`)?.getBoundingClientRect();
  return box ? [box.right, box.bottom] : [innerWidth / 2, 80];
}
function closeCard() { card.hidden = true; }
function read(i) {
  const node = marks[i].m.map((id) => pagesOf.get(id)).find(Boolean);
  if (!node) return;
  closeCard();
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}
function step(by_) {
  const order = inTime.filter((i) => !needle || marks[i].find.includes(needle));
  if (!order.length) return;
  const middle = (view[0] + view[1]) / 2, now = order.indexOf(selected);
  const nearest = order.reduce((best, i) => Math.abs(marks[i].x[1] - middle) < Math.abs(marks[best].x[1] - middle) ? i : best, order[0]);
  choose(now < 0 ? nearest : order[Math.min(Math.max(now + by_, 0), order.length - 1)], true);
}
function stepLane(by_) {
  if (selected === null || !marks[selected].x) return step(0);
  const lanes = layout.lanes.filter((l) => l.members.length), here = lanes.findIndex((l) => l.members.includes(selected));
  const next = lanes[here + by_];
  if (!next) return;
  const middle = (i) => (marks[i].x[1] + marks[i].x[2]) / 2, own = middle(selected);
  choose(next.members.reduce((best, i) => (Math.abs(middle(i) - own) < Math.abs(middle(best) - own) ? i : best)), true);
}

// Keys
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, select, textarea")) return;
  if (event.target !== chart && !/^([-+=flom]|Arrow(Left|Right))$/i.test(event.key)) return; // the others scroll, and press buttons
  const keys = {
    ArrowLeft: () => step(-1), ArrowRight: () => step(1), ArrowUp: () => stepLane(-1), ArrowDown: () => stepLane(1),
    Home: () => choose(inTime[0] ?? null, true), End: () => choose(inTime[inTime.length - 1] ?? null, true),
    "+": () => zoom(0.7, at_()), "=": () => zoom(0.7, at_()), "-": () => zoom(1 / 0.7, at_()), f: fit, F: fit,
    l: () => showLag(!lag), L: () => showLag(!lag), o: () => showOrder(!order), O: () => showOrder(!order),
    m: turnMeasures, M: turnMeasures,
    Enter: () => selected !== null && read(selected), Escape: () => (card.hidden ? choose(null) : closeCard()),
  };
  if (keys[event.key]) {
    if (event.key.startsWith("Arrow")) chart.focus({ preventScroll: true });
    keys[event.key]();
    event.preventDefault();
  }
});
const at_ = () => (selected === null || !marks[selected].x ? undefined : x((marks[selected].x[1] + marks[selected].x[2]) / 2));
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && event.target !== chart) { closeCard(); chart.focus(); } });

// Mouse and fingers
const held = new Map();
let moved = false, apart = 0;
chart.addEventListener("pointerdown", (event) => {
  if (event.target.closest("button")) return;
  held.set(event.pointerId, event);
  moved = false;
  if (held.size === 2) apart = spread();
});
function spread() {
  const [a, b] = [...held.values()];
  return Math.max(Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), 1);
}
chart.addEventListener("pointermove", (event) => {
  const before = held.get(event.pointerId);
  if (!before) return;
  const way = event.clientX - before.clientX;
  if (!moved && held.size < 2 && Math.abs(way) < 5) return;
  moved = true;
  held.set(event.pointerId, event);
  if (!chart.hasPointerCapture(event.pointerId)) chart.setPointerCapture(event.pointerId);
  if (held.size === 2) {
    const now = spread(), [a, b] = [...held.values()];
    zoom(apart / now, (a.clientX + b.clientX) / 2 - chart.getBoundingClientRect().left);
    apart = now;
  } else pan(-way);
});
for (const end of ["pointerup", "pointercancel"]) chart.addEventListener(end, (event) => held.delete(event.pointerId));
chart.addEventListener("click", (event) => {
  if (moved) return;
  const mark = event.target.closest("[data-mark]"), pub = event.target.closest("[data-pub]"), dense = event.target.closest("[data-zoom]");
  if (mark) choose(Number(mark.dataset.mark), [event.clientX, event.clientY]);
  else if (pub) openOne(pub.dataset.pub.split(",").map(Number));
  else if (dense) zoom(0.25, Number(dense.dataset.zoom));
  else choose(null);
});
let opened = null;
function openOne(numbers) { // of several that stand together the next one each time
  opened = numbers[(numbers.indexOf(opened) + 1) % numbers.length];
  byId(`a${pubs[opened].a}`)?.scrollIntoView();
}
chart.addEventListener("dblclick", (event) => {
  if (!event.target.closest("[data-mark], [data-pub]")) zoom(0.5, event.clientX - chart.getBoundingClientRect().left);
});
chart.addEventListener("wheel", (event) => {
  const px = event.clientX - chart.getBoundingClientRect().left;
  if (px < names && !event.ctrlKey) return; // over the names it scrolls the lanes
  event.preventDefault();
  if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX || event.deltaY);
  else zoom(Math.exp(Math.max(-1, Math.min(event.deltaY / 480, 1))), px);
}, { passive: false });
svg.strip.addEventListener("pointerover", (event) => {
  const pub = event.target.closest("[data-pub]");
  const now = pub ? pubs[pub.dataset.pub.split(",")[0]].a : null;
  if (now !== lit && !held.size) { lit = now; draw(); }
});
svg.strip.addEventListener("pointerleave", () => { if (lit !== null) { lit = null; draw(); } });

lanesBox.addEventListener("scroll", placeNames, { passive: true });

// Texts, list and tools
for (const node of pagesOf.values()) {
  const go = () => { chart.focus({ preventScroll: true }); choose(Number(node.dataset.mark), true); };
  node.addEventListener("click", (event) => { event.stopPropagation(); go(); });
  node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); go(); } });
}
byId("list").addEventListener("click", (event) => {
  const row = event.target.closest("tr[id]");
  if (row && !event.target.closest("a")) choose(Number(row.id.slice(1)), [event.clientX, event.clientY]);
});
addEventListener("hashchange", () => {
  const node = pagesOf.get(decodeURIComponent(location.hash.slice(1)));
  if (node) { choose(Number(node.dataset.mark)); node.focus({ preventScroll: true }); }
});
byId("by").addEventListener("change", (event) => { by = event.target.value; lanesBox.scrollTop = 0; redraw(); });
byId("fit").addEventListener("click", fit);
byId("more").addEventListener("click", (event) => {
  const open = document.querySelector("header").classList.toggle("tools-open");
  event.target.setAttribute("aria-expanded", String(open));
});
byId("tags").addEventListener("click", (event) => {
  const off = document.body.classList.toggle("plain");
  event.target.setAttribute("aria-pressed", String(!off));
});
const LOOKS = ["auto", "light", "dark"];
byId("look").addEventListener("click", (event) => {
  const root = document.documentElement, now = LOOKS[(LOOKS.indexOf(root.dataset.look || "auto") + 1) % 3];
  root.dataset.look = now;
  event.target.textContent = words.looks[LOOKS.indexOf(now)];
});
byId("find").addEventListener("input", (event) => {
  needle = fold(event.target.value.trim());
  marks.forEach((m, i) => { const row = byId(`r${i}`); if (row) row.hidden = Boolean(needle) && !m.find.includes(needle); });
  redraw();
});
function fold(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ı/g, "i"); }
for (const m of marks) m.find = fold([m.t, m.k, m.d, m.l, ...m.s, ...m.w, ...m.n].join(" "));

new ResizeObserver(() => draw()).observe(chart);
fit();
const first = pagesOf.get(decodeURIComponent(location.hash.slice(1)));
if (first) choose(Number(first.dataset.mark));
document.documentElement.dataset.ready = "yes";
