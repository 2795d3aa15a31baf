// Numbers as a textbook sets them: four significant digits, powers of ten far from one, a true minus.

const DIGITS = 4;
/** Between these magnitudes a number is written out. */
const SMALLEST = 1e-3;
const LARGEST = 1e5;
/** A number that differs from its digits by less, as a share, differs by rounding only. */
const EXACT = 1e-12;

/**
 * The parts of which a number is set. Zeros at the end stay: they are digits that were computed.
 *
 * @param {number | null} value null, as the laboratory says it, is too large a number to be one
 * @param {number} [significant] digits
 * @returns {{ negative: boolean, digits: string, exponent: number | null }} `digits` without a
 *   sign; `exponent` of ten, or null for a number that is written out
 */
export function parts(value, significant = DIGITS) {
  if (value === null || !Number.isFinite(value)) return { negative: false, digits: '∞', exponent: null };
  const magnitude = Math.abs(value);
  const negative = value < 0;
  if (magnitude === 0) return { negative: false, digits: '0', exponent: null };
  const [mantissa = '', exponent = ''] = magnitude.toExponential(significant - 1).split('e');
  if (magnitude >= SMALLEST && magnitude < LARGEST) {
    const decimals = Math.max(0, significant - 1 - Number(exponent));
    return { negative, digits: magnitude.toFixed(decimals), exponent: null };
  }
  return { negative, digits: mantissa, exponent: Number(exponent) };
}

/**
 * A number without the zeros that say nothing: 0.4 where it is just that, 0.5987 where it is not.
 *
 * @param {number | null} value
 */
export function short(value) {
  const shown = parts(value);
  if (value === null || shown.exponent !== null || !shown.digits.includes('.')) return shown;
  const exact = Math.abs(Number(shown.digits) - Math.abs(value)) <= EXACT * Math.abs(value);
  return exact ? { ...shown, digits: shown.digits.replace(/\.?0+$/, '') } : shown;
}

/**
 * As {@link short}, in plain text.
 *
 * @param {number | null} value
 */
export const brief = (value) => text(short(value));

/**
 * A number as plain text: −0.4051, 3.100 × 10^−5.
 *
 * @param {number | null} value
 * @param {number} [significant] digits
 */
export function format(value, significant) {
  return text(parts(value, significant));
}

/** @param {ReturnType<typeof parts>} parts */
function text({ negative, digits, exponent }) {
  const power = exponent === null ? '' : ` × 10^${String(exponent).replace('-', '−')}`;
  return (negative ? '−' : '') + digits + power;
}

/**
 * A share of 1 in per cent. A part that is there is never called nothing.
 *
 * @param {number} share
 */
export function percent(share) {
  if (share > 0 && share < 5e-4) return '<\u00a00.1\u00a0%';
  return `${(100 * share).toFixed(share < 0.0995 ? 1 : 0)}\u00a0%`;
}

/**
 * A number that was chosen, as short as it can be said and typed: 0.5, 0.00031, 1e-7.
 *
 * @param {number} value
 */
export function plain(value) {
  return String(Number(value.toPrecision(6)));
}

/** A factor that is nearer to 1 than this power of ten is told in digits. */
const NEAR = 3;

/** As many digits as a number has: where the scale of the map ends, too. */
export const MOST_POWER = 16;

/**
 * A factor by its power of ten, with what stands between it and its name: = 0.0423, = 10^−7, ≤ 10^−16.
 *
 * @param {number} power
 */
export function factor(power) {
  if (power === -Infinity) return { sign: '=', number: '0' };
  if (Math.abs(power) <= NEAR) return { sign: '=', number: format(10 ** power, NEAR) };
  const told = Math.max(-MOST_POWER, Math.min(MOST_POWER, Math.round(power)));
  const sign = power < -MOST_POWER ? '≤' : power > MOST_POWER ? '≥' : '=';
  return { sign, number: `10^${String(told).replace('-', '−')}` };
}
