// What is drawn on a picture with a mouse, a pen or a finger. A mouse presses and drags. A finger's way
// up or down belongs to the page, which scrolls, and two fingers to `zoom/gestures.js`: one taps, goes
// sideways, or drags what it has gripped.

/** So far a finger trembles, in pixels of the page. */
const TREMBLE = 8;

/**
 * @param {HTMLElement} box with `touch-action: pan-y`, so that the page scrolls
 * @param {{
 *   canBegin: () => boolean,
 *   put: (event: PointerEvent) => void,
 *   goesSideways: () => boolean,
 *   isGrip?: (event: PointerEvent) => boolean,
 * }} picture `put` is called with each place that the stroke comes to; `goesSideways` tells whether a
 *   way to the left or right is a stroke wherever it begins, `isGrip` whether a finger there drags in
 *   all directions
 */
export function watchStrokes(box, { canBegin, put, goesSideways, isGrip = () => false }) {
  /** @type {{ id: number, x: number, y: number, grips: boolean, hasMoved: boolean } | undefined} */
  let finger;

  /** @param {PointerEvent} event */
  const begin = (event) => {
    finger = undefined;
    box.setPointerCapture(event.pointerId);
    box.toggleAttribute('data-dragging', true);
    put(event);
  };
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !canBegin()) return;
    if (event.pointerType !== 'touch') {
      begin(event);
    } else if (event.isPrimary) {
      const { pointerId: id, clientX: x, clientY: y } = event;
      finger = { id, x, y, grips: isGrip(event), hasMoved: false };
    } else {
      finger = undefined;
      end();
    }
  });
  box.addEventListener('pointermove', (event) => {
    if (box.hasAttribute('data-dragging')) {
      if (box.hasPointerCapture(event.pointerId)) put(event);
      return;
    }
    if (finger?.id !== event.pointerId) return;
    const [across, along] = [event.clientX - finger.x, event.clientY - finger.y].map(Math.abs);
    if (Math.max(across ?? 0, along ?? 0) <= TREMBLE) return;
    finger.hasMoved = true;
    const isSideways = goesSideways() && (across ?? 0) > (along ?? 0);
    if (finger.grips || isSideways) begin(event);
  });
  box.addEventListener('pointerup', (event) => {
    if (finger?.id === event.pointerId && !finger.hasMoved) put(event);
    finger = undefined;
  });
  box.addEventListener('pointercancel', () => {
    finger = undefined;
  });
  // Only this keeps the page from scrolling under what a finger has gripped.
  box.addEventListener('touchstart', (event) => {
    if (finger?.grips && event.touches.length === 1) event.preventDefault();
  }, { passive: false });
  const end = () => box.toggleAttribute('data-dragging', false);
  box.addEventListener('lostpointercapture', ({ target }) => {
    // A finger is held by what lies under it until the box takes it over, and that is no end.
    if (target === box) end();
  });
}
