const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Whether eight digits are a CVR number: the weighted sum divides by 11 (Erhvervsstyrelsen's check digit), the first
 * digit is not 0.
 */
export function isCvr(digits: string): boolean {
  if (!/^[1-9]\d{7}$/.test(digits)) return false;
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;
}
