const EPSILON = 1e-9;

/** Whether a double counts as a whole number: within 2^53 and equal to its integer part with a tolerance. */
export function isJsonInteger(value: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return false;
  const whole = Math.trunc(value);
  if (whole === value) return true;
  if (whole === 0) return false;
  const difference = Math.abs(value - whole);
  return difference / (Math.abs(value) + Math.abs(whole)) < EPSILON;
}
