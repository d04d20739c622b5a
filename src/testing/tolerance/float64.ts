/** Half the distance from 1 to the next float64: what one rounding on the host moves a number by, at most. */
export const HALF_EPSILON = 2 ** -53;
