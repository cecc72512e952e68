export interface ClockState {
	anchor: number;
	anchorReal: number;
	speed: number;
}

/**
 * The emulator's clock: a line through real time that can be moved or made steeper. It owns no timer.
 */
export class Clock {
	private anchorReal: number;
	private anchor: number;
	speed: number;

	constructor({ now, speed = 1 }: { now?: string | Date; speed?: number }) {
		this.anchorReal = Date.now();
		this.anchor = now === undefined ? this.anchorReal : parseInstant(now);
		this.speed = checkSpeed(speed);
	}

	/** Milliseconds since 1970 by this clock. */
	now() {
		return Math.round(this.anchor + (Date.now() - this.anchorReal) * this.speed);
	}

	private moveTo(instant: number) {
		this.anchor = instant;
		this.anchorReal = Date.now();
	}

	set(instant: string | Date) {
		this.moveTo(parseInstant(instant));
	}

	advance(milliseconds: number) {
		if (!Number.isFinite(milliseconds)) throw new Error('The clock advances by milliseconds');
		this.moveTo(this.now() + milliseconds);
	}

	setSpeed(speed: number) {
		this.moveTo(this.now());
		this.speed = checkSpeed(speed);
	}

	/** What a restart needs to go on where this clock would be by then. */
	snapshot(): ClockState {
		return { anchor: this.anchor, anchorReal: this.anchorReal, speed: this.speed };
	}

	restore({ anchor, anchorReal, speed }: ClockState) {
		this.anchor = anchor;
		this.anchorReal = anchorReal;
		this.speed = speed;
	}
}

function parseInstant(value: string | Date) {
	const instant = value instanceof Date ? value.getTime() : Date.parse(value);
	if (Number.isNaN(instant)) throw new Error(`Not a date-time: ${String(value)}`);
	return instant;
}

function checkSpeed(speed: number) {
	if (!Number.isFinite(speed) || speed < 0) throw new Error(`Not a clock speed: ${speed}`);
	return speed;
}
