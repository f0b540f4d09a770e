// The tags over the words of the articles: each in the longest form that ends before the next one and the page's edge.
const TAG = "600 10px", TAG_GAP = 4, SAME_LINE = 8;

function fitTags(paragraph) {
  const back = getComputedStyle(paragraph).direction === "rtl", edges = paragraph.closest("article").getBoundingClientRect();
  const tags = [];
  for (const node of paragraph.querySelectorAll(".mention[data-tag]:not(.under)")) {
    const box = node.getClientRects()[0];
    if (box) tags.push({ node, top: box.top, start: back ? -box.right : box.left });
  }
  const edge = back ? -edges.left : edges.right;
  const forms = tags.map((tag, n) => {
    let end = edge;
    for (let k = n + 1; k < tags.length && Math.abs(tags[k].top - tag.top) < SAME_LINE; k++)
      if (tags[k].start > tag.start) end = Math.min(end, tags[k].start);
    return tagFor(tag.node, end - tag.start - TAG_GAP);
  });
  tags.forEach(({ node }, n) => { node.dataset.tag = forms[n]; }); // after all is measured: it is laid out once
}
function tagFor(node, space) {
  const { name, code } = node.dataset, sign = node.classList.contains("event") ? "◆ " : "";
  const all = [sign + name, ...(code ? [sign + code, code] : [])];
  return all.find((form) => wide(form, TAG) <= space) ?? cut(all[all.length - 1], space, TAG);
}

// Those that come into view, and again when lines break elsewhere
const unfit = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) if (isIntersecting) {
    unfit.unobserve(target);
    fitTags(target);
  }
}, { rootMargin: "600px 0px" });
let columnWide = 0;
new ResizeObserver(([{ contentRect }]) => {
  if (contentRect.width === columnWide) return;
  columnWide = contentRect.width;
  for (const paragraph of document.querySelectorAll("article p")) {
    unfit.unobserve(paragraph);
    unfit.observe(paragraph);
  }
}).observe(document.getElementById("articles"));
