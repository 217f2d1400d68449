/**
 * Source of a function for a page: returns the pairs of texts that are drawn over each other in an element, shadow trees
 * included, and the texts beyond its edges. Only what is visible counts; texts of drawings are left out.
 */
export const FIND_TEXT_FAULTS = `element => {
  const texts = [];
  // Texts for screen readers and labels without room are clipped.
  const clip = (box, node) => {
    const style = getComputedStyle(node);
    if (style.clipPath !== 'none') return {...box, right: box.left};
    if (style.overflowX === 'visible') return box;
    const own = node.getBoundingClientRect();
    return {
      left: Math.max(box.left, own.left),
      right: Math.min(box.right, own.right),
      top: Math.max(box.top, own.top),
      bottom: Math.min(box.bottom, own.bottom),
    };
  };
  const collect = (node, clips) => {
    for (const child of node.childNodes) {
      if (child instanceof Text) {
        if (!child.data.trim() || !clips.at(-1)?.checkVisibility({opacityProperty: true, visibilityProperty: true}))
          continue;
        const range = document.createRange();
        range.selectNodeContents(child);
        for (const {left, right, top, bottom} of range.getClientRects()) {
          const box = clips.reduce(clip, {left, right, top, bottom});
          if (box.right - box.left > 3 && box.bottom - box.top > 4)
            texts.push({text: child.data.trim(), ...box});
        }
      } else if (child instanceof HTMLElement && !child.matches('.map, select, style, script'))
        collect(child.shadowRoot ?? child, [...clips, child]);
    }
  };
  collect(element.shadowRoot, []);
  const {left, right} = element.getBoundingClientRect();
  const beyond = texts.filter(one => one.right > right + 1 || one.left < left - 1);
  const faults = beyond.map(({text}) => text + ' is beyond the edge');
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Lines with little leading touch each other by some pixels.
      const least = 0.3 * Math.min(a.bottom - a.top, b.bottom - b.top);
      if (width > 3 && height > Math.max(5, least)) faults.push(a.text + ' is over ' + b.text);
    }
  });
  return faults;
}`;
