let isDown = false;
let waiting: Array<() => void> = [];

function release() {
  isDown = false;
  const actions = waiting;
  waiting = [];
  // After the click that this release makes.
  setTimeout(() => actions.forEach(action => action()));
}

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (isDown = true), true);
  window.addEventListener('pointerup', release, true);
  window.addEventListener('pointercancel', release, true);
}

/**
 * Does something now, or once the pointer that is down is up. Leaving a field by pressing a button may show an error:
 * shown at once, it would move the button away under the pointer, and the press would be lost.
 */
export function whenPointerIsUp(action: () => void): void {
  if (isDown) {
    waiting.push(action);
  } else {
    action();
  }
}
