import { methodsOf } from './snapshot';

export type Callable = (...args: unknown[]) => unknown;

/**
 * The value itself; where it is a function, or an object with functions, one with others in their place.
 *
 * @param watch makes the other function; it is told the name of the first one within an object
 */
export function watchFunctions(
  name: string,
  value: unknown,
  watch: (name: string, call: Callable) => Callable,
): unknown {
  if (typeof value === 'function') return watch(name, value as Callable);
  if (typeof value !== 'object' || value === null) return value;
  const methods = methodsOf(value);
  if (methods.length === 0) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const method of methods) {
    const call = (value as Record<string, Callable>)[method]!;
    const own = function (this: unknown, ...args: unknown[]): unknown {
      // Alone, it is called on nothing, as it would be without anybody looking on.
      return Reflect.apply(call, this === copy ? value : this, args);
    };
    copy[method] = watch(method, own);
  }
  return copy;
}
