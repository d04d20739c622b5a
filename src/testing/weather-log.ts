import { Matrix } from '#kit/data';

/** A prime number of minutes, some seven weeks: no size of block divides it, so the last block is short. */
export const sevenWeeks = 70_001;

/**
 * A weather station's log, one row a minute, new each time: the temperature in halves of a degree, which
 * rises from week to week; the humidity in whole percent; and 42.7, the station's height in metres.
 */
export function weatherLog(minutes: number): Matrix {
  const log = new Matrix(minutes, 3);
  for (let minute = 0; minute < minutes; minute++) {
    const darkness = Math.abs((minute % 1440) - 720) / 720;
    const temperature = -5 + (25 * minute) / minutes + 10 * (1 - darkness);
    log.data[3 * minute] = Math.round(2 * temperature) / 2;
    log.data[3 * minute + 1] = Math.round(45 + 40 * darkness);
    log.data[3 * minute + 2] = 42.7;
  }
  return log;
}
