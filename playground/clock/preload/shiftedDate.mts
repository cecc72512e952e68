/**
 * Has every reader of the current time in this process see it shifted. Dates made from a given time stay
 * what they are, and whatever made them: there is one Date.prototype, so `instanceof` holds for all of them.
 *
 * @param offset milliseconds ahead of the machine's clock
 */
export function shiftDate(offset: () => number): void {
	const RealDate = Date;
	const realNow = RealDate.now.bind(RealDate);
	RealDate.now = () => realNow() + offset();

	const Shifted: DateConstructor = new Proxy(RealDate, {
		construct: (target, args: unknown[], newTarget) => {
			const made: unknown = Reflect.construct(
				target,
				args.length > 0 ? args : [RealDate.now()],
				newTarget === Shifted ? target : newTarget,
			);
			return made as Date;
		},
		apply: () => new RealDate(RealDate.now()).toString(),
	});
	RealDate.prototype.constructor = Shifted;
	globalThis.Date = Shifted;
}
