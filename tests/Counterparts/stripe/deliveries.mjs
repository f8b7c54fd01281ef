// Events on their way to an endpoint: signed; in order or not, once or several times, or never.
import { createHmac } from 'node:crypto'

export const signed = (body, at, ...secrets) => `t=${at},${secrets.map((secret) => `v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`).join(',')}`

/** Numbers below 1 that are the same for the same seed. */
export function dice(seed) {
    let state = seed >>> 0
    return () => {
        state = (state + 0x6d2b79f5) >>> 0
        let mixed = Math.imul(state ^ (state >>> 15), state | 1)
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
    }
}

export class Deliveries {
    waiting = []

    /** @param types what the endpoint is to be told; null for everything */
    constructor(world, { endpoint, secret, held = false, types = null }) {
        Object.assign(this, { world, endpoint, secret, held, types })
        // Sent after the answer that told of it, as the real one does.
        world.told = (event) => {
            if (this.types && !this.types.includes(event.type)) return
            this.waiting.push(structuredClone(event))
            if (!this.held && this.endpoint) setTimeout(() => this.send({}).catch(() => {}), 5)
        }
    }

    /**
     * Sends what waits.
     * @param seed the order, and what is doubled and dropped; left out: in order, once each
     * @param most how often an event may be sent
     * @param dropped share of events that are never sent
     * @param together how many are on their way at once
     * @returns how many answers of each status, and the events that were dropped
     */
    async send({ seed, most = 1, dropped = 0, together = 1, at = this.world.now, secrets = [this.secret] }) {
        const events = this.waiting.splice(0)
        const roll = dice(seed ?? 0)
        const lost = seed === undefined ? [] : events.filter(() => roll() < dropped)
        let queue = events.filter((event) => !lost.includes(event)).flatMap((event) => Array.from({ length: seed === undefined ? 1 : 1 + Math.floor(roll() * most) }, () => event))
        if (seed !== undefined) queue = queue.map((event) => [roll(), event]).sort((a, b) => a[0] - b[0]).map(([, event]) => event)
        const answers = {}
        const next = queue.values()
        const carry = async () => {
            for (const event of next) {
                const body = JSON.stringify(event, null, 2)
                const answer = await fetch(this.endpoint, { method: 'POST', body, headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)', 'stripe-signature': signed(body, at, ...secrets) } })
                await answer.arrayBuffer()
                answers[answer.status] = (answers[answer.status] ?? 0) + 1
                if (!answer.ok) this.waiting.push(event) // tried again later
            }
        }
        await Promise.all(Array.from({ length: together }, carry))
        return { answers, dropped: lost.map((event) => event.id) }
    }
}
