// What is sold, subscriptions and their invoices.
import { Refused, described, invalid, list, needed, number, truth } from './world.mjs'

/** The end of a period that begins at a moment: months are clamped to the day of the anchor. */
function ends(start, anchor, { interval, interval_count: count }) {
    if (interval === 'day' || interval === 'week') return start + count * (interval === 'week' ? 7 : 1) * 86_400
    const [from, day] = [new Date(start * 1000), new Date(anchor * 1000).getUTCDate()]
    const months = from.getUTCMonth() + count * (interval === 'year' ? 12 : 1)
    const last = new Date(Date.UTC(from.getUTCFullYear(), months + 1, 0)).getUTCDate()
    return Date.UTC(from.getUTCFullYear(), months, Math.min(day, last), from.getUTCHours(), from.getUTCMinutes(), from.getUTCSeconds()) / 1000
}

export function billing(world, payments) {
    let numbers = 0
    const price = (id) => world.find('price', id, 'price')

    const item = (given, subscription) => {
        const chosen = price(given.price)
        if (!chosen.recurring) throw invalid(`The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`, 'items[0][price]')
        return { id: world.id('si'), object: 'subscription_item', created: world.now, price: chosen, quantity: given.quantity === undefined ? 1 : number(given.quantity, 'items[0][quantity]'), subscription, metadata: described({}, given.metadata), discounts: [] }
    }
    const cost = (one) => one.price.unit_amount * one.quantity
    const setPeriod = (one, start, end) => one.items.data.forEach((each) => Object.assign(each, { current_period_start: start, current_period_end: end }))
    const periodOf = (one) => [one.items.data[0].current_period_start, one.items.data[0].current_period_end]

    const line = (invoice, { amount, description, quantity = 1, period, price: priced = null, proration = false, subscription = null }) => ({ id: world.id('il'), object: 'line_item', amount, subtotal: amount, currency: invoice.currency, description, discount_amounts: [], invoice: invoice.id, livemode: false, metadata: {}, quantity, period, pricing: priced && { type: 'price_details', price_details: { price: priced.id, product: priced.product }, unit_amount_decimal: String(priced.unit_amount) }, taxes: invoice.tax_rate ? [{ amount: Math.round(amount * invoice.tax_rate.percentage / 100), tax_behavior: 'exclusive', tax_rate_details: { tax_rate: invoice.tax_rate.id }, taxability_reason: 'standard_rated', taxable_amount: amount, type: 'tax_rate_details' }] : [], parent: subscription ? { type: 'subscription_item_details', subscription_item_details: { subscription, proration } } : { type: 'invoice_item_details', invoice_item_details: { proration } } })

    const summed = (invoice) => {
        const total = invoice.lines.data.reduce((sum, one) => sum + one.amount, 0)
        const tax = invoice.lines.data.reduce((sum, one) => sum + one.taxes.reduce((all, each) => all + each.amount, 0), 0)
        const owed = total + tax
        Object.assign(invoice, { subtotal: total, total: owed, total_taxes: tax === 0 ? [] : [{ amount: tax, tax_behavior: 'exclusive', tax_rate_details: { tax_rate: invoice.tax_rate.id }, taxability_reason: 'standard_rated', taxable_amount: total, type: 'tax_rate_details' }], amount_due: Math.max(0, owed), amount_remaining: Math.max(0, owed) - invoice.amount_paid })
        invoice.lines.total_count = invoice.lines.data.length
        return invoice
    }

    const draft = (customer, { currency, reason, subscription = null, lines = [], more = {} }) => {
        const invoice = world.make('in', 'invoice', { account_name: 'A test account', amount_due: 0, amount_paid: 0, amount_remaining: 0, attempt_count: 0, attempted: false, auto_advance: true, billing_reason: reason, collection_method: 'charge_automatically', currency, customer: customer.id, customer_email: customer.email, customer_name: customer.name, default_payment_method: null, description: null, due_date: null, hosted_invoice_url: null, invoice_pdf: null, metadata: {}, next_payment_attempt: null, number: null, parent: subscription && { type: 'subscription_details', subscription_details: { subscription: subscription.id, metadata: subscription.metadata } }, period_start: world.now, period_end: world.now, status: 'draft', status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null }, starting_balance: 0, subtotal: 0, total: 0, total_taxes: [], ...more })
        // what the real one keeps to itself
        Object.defineProperty(invoice, 'tax_rate', { value: subscription?.default_tax_rates?.[0] ?? null, enumerable: false })
        invoice.lines = list(`/v1/invoices/${invoice.id}/lines`, lines.map((one) => line(invoice, { ...one, subscription: subscription?.id })))
        for (const one of world.all('invoiceitem', (waiting) => waiting.customer === customer.id && !waiting.invoice && waiting.currency === currency)) {
            one.invoice = invoice.id
            invoice.lines.data.push(line(invoice, { amount: one.amount, description: one.description, quantity: one.quantity, period: one.period, proration: one.proration }))
        }
        world.tell('invoice.created', summed(invoice))
        return invoice
    }

    const finalize = (invoice) => {
        if (invoice.status !== 'draft') throw invalid('This invoice is already finalized, you can\'t re-finalize a non-draft invoice.', undefined, 'invoice_not_editable')
        Object.assign(invoice, { status: 'open', number: `TEST-${String(++numbers).padStart(4, '0')}`, hosted_invoice_url: `https://invoice.example.test/${invoice.id}`, invoice_pdf: `https://invoice.example.test/${invoice.id}/pdf` })
        invoice.status_transitions.finalized_at = world.now
        world.tell('invoice.finalized', invoice)
        return invoice.amount_due === 0 ? settle(invoice) : invoice
    }

    const settle = (invoice, fields = {}) => {
        Object.assign(invoice, { status: 'paid', attempted: true, amount_paid: invoice.amount_due, amount_remaining: 0, next_payment_attempt: null, ...fields })
        invoice.status_transitions.paid_at = world.now
        world.tell('invoice.paid', invoice)
        const subscription = subscriptionOf(invoice)
        if (subscription && ['past_due', 'unpaid', 'incomplete'].includes(subscription.status)) become(subscription, 'active')
        return invoice
    }

    const subscriptionOf = (invoice) => (invoice.parent?.subscription_details ? world.objects.get(invoice.parent.subscription_details.subscription) : null)

    const pay = (invoice, { payment_method: chosen, paid_out_of_band: elsewhere } = {}, offSession = true) => {
        if (invoice.status === 'paid') throw invalid('Invoice is already paid', undefined, 'invoice_already_paid')
        if (invoice.status === 'draft') finalize(invoice)
        if (invoice.status !== 'open') throw invalid(`This invoice is ${invoice.status}; it cannot be paid.`)
        if (truth(elsewhere)) return settle(invoice, { paid_out_of_band: true })
        const customer = world.find('customer', invoice.customer)
        const card = chosen ?? invoice.default_payment_method ?? subscriptionOf(invoice)?.default_payment_method ?? customer.invoice_settings.default_payment_method
        invoice.attempted = true
        invoice.attempt_count++
        const failed = (error) => {
            invoice.next_payment_attempt = invoice.collection_method === 'charge_automatically' ? world.now + 3 * 86_400 : null
            world.tell('invoice.payment_failed', invoice)
            const subscription = subscriptionOf(invoice)
            if (subscription && subscription.status === 'active') become(subscription, 'past_due')
            throw error
        }
        if (!card) return failed(new Refused(402, 'card_error', 'Nothing to pay this invoice with.', { code: 'missing' }))
        const intent = world.make('pi', 'payment_intent', { amount: invoice.amount_remaining, amount_received: 0, amount_capturable: 0, currency: invoice.currency, customer: customer.id, description: `Invoice ${invoice.number}`, metadata: {}, payment_method: payments.method(card).id, payment_method_types: ['card'], status: 'requires_confirmation', latest_charge: null, last_payment_error: null, next_action: null })
        intent.client_secret = `${intent.id}_secret_test`
        const record = world.make('inpay', 'invoice_payment', { amount_paid: null, amount_requested: intent.amount, currency: intent.currency, invoice: invoice.id, is_default: true, payment: { type: 'payment_intent', payment_intent: intent.id }, status: 'open', status_transitions: { canceled_at: null, paid_at: null } })
        try {
            payments.take(intent, offSession)
        } catch (error) {
            return failed(error)
        }
        if (intent.status !== 'succeeded') return invoice
        Object.assign(record, { status: 'paid', amount_paid: intent.amount, status_transitions: { canceled_at: null, paid_at: world.now } })
        return settle(invoice)
    }

    const become = (subscription, status) => {
        if (subscription.status === status) return
        const before = { status: subscription.status }
        subscription.status = status
        world.tell('customer.subscription.updated', subscription, before)
    }

    const invoicePeriod = (subscription, reason) => {
        const customer = world.find('customer', subscription.customer)
        const [start, end] = periodOf(subscription)
        const invoice = draft(customer, { currency: subscription.currency, reason, subscription, more: { collection_method: subscription.collection_method, period_start: start, period_end: end }, lines: subscription.items.data.map((one) => ({ amount: cost(one), description: `${one.quantity} × ${one.price.nickname ?? one.price.id}`, quantity: one.quantity, period: { start, end }, price: one.price })) })
        subscription.latest_invoice = invoice.id
        finalize(invoice)
        if (invoice.status === 'open' && subscription.collection_method === 'charge_automatically') {
            try {
                pay(invoice, {}, reason !== 'subscription_create')
            } catch (error) {
                if (!(error instanceof Refused)) throw error
                if (reason === 'subscription_create') subscription.status = 'incomplete'
            }
        }
        return invoice
    }

    const subscribe = (form) => {
        needed(form, 'customer', 'items')
        const customer = world.find('customer', form.customer, 'customer')
        const trialEnd = form.trial_end ? (form.trial_end === 'now' ? null : number(form.trial_end, 'trial_end')) : form.trial_period_days ? world.now + number(form.trial_period_days, 'trial_period_days') * 86_400 : null
        const made = world.make('sub', 'subscription', { billing_cycle_anchor: trialEnd ?? world.now, cancel_at: null, cancel_at_period_end: truth(form.cancel_at_period_end), canceled_at: null, cancellation_details: { comment: null, feedback: null, reason: null }, collection_method: form.collection_method ?? 'charge_automatically', customer: customer.id, days_until_due: form.days_until_due ? Number(form.days_until_due) : null, default_tax_rates: (form.default_tax_rates ?? []).map((id) => world.find('tax_rate', id, 'default_tax_rates')), default_payment_method: form.default_payment_method ?? null, description: form.description ?? null, discounts: [], ended_at: null, latest_invoice: null, metadata: described({}, form.metadata), pause_collection: null, pending_setup_intent: null, start_date: world.now, status: trialEnd ? 'trialing' : 'active', trial_end: trialEnd, trial_start: trialEnd ? world.now : null })
        made.items = list(`/v1/subscription_items?subscription=${made.id}`, form.items.map((one) => item(one, made.id)))
        made.currency = made.items.data[0].price.currency
        setPeriod(made, world.now, trialEnd ?? ends(world.now, made.billing_cycle_anchor, made.items.data[0].price.recurring))
        world.tell('customer.subscription.created', made)
        if (!trialEnd) invoicePeriod(made, 'subscription_create')
        return made
    }

    const change = (one, form) => {
        if (one.status === 'canceled') throw invalid('A canceled subscription can only update its cancellation_details and metadata.')
        const before = { items: structuredClone(one.items), cancel_at_period_end: one.cancel_at_period_end, status: one.status }
        const [start, end] = periodOf(one)
        const costed = one.items.data.reduce((sum, each) => sum + cost(each), 0)
        for (const given of form.items ?? []) {
            const at = one.items.data.findIndex((each) => each.id === given.id)
            if (given.id && at < 0) throw invalid(`No such subscription item: '${given.id}'`, 'items[0][id]', 'resource_missing')
            if (truth(given.deleted)) one.items.data.splice(at, 1)
            else if (at < 0) one.items.data.push(item(given, one.id))
            else Object.assign(one.items.data[at], given.price && { price: price(given.price) }, given.quantity !== undefined && { quantity: number(given.quantity, 'items[0][quantity]') })
        }
        setPeriod(one, start, end)
        if (form.items && (form.proration_behavior ?? 'create_prorations') !== 'none' && one.status === 'active') {
            const share = (end - world.now) / (end - start)
            const item = (amount, description) => world.make('ii', 'invoiceitem', { amount, currency: one.currency, customer: one.customer, description, invoice: null, proration: true, quantity: 1, period: { start: world.now, end }, metadata: {} })
            item(-Math.round(costed * share), 'Unused time')
            item(Math.round(one.items.data.reduce((sum, each) => sum + cost(each), 0) * share), 'Remaining time')
        }
        if (form.cancel_at_period_end !== undefined) {
            one.cancel_at_period_end = truth(form.cancel_at_period_end)
            one.cancel_at = one.cancel_at_period_end ? end : null
            one.canceled_at = one.cancel_at_period_end ? world.now : null
        }
        if (form.pause_collection !== undefined) one.pause_collection = form.pause_collection === '' ? null : { behavior: form.pause_collection.behavior, resumes_at: null }
        if (form.default_payment_method) one.default_payment_method = form.default_payment_method
        if (form.trial_end === 'now' && one.status === 'trialing') endTrial(one)
        one.metadata = described(one.metadata, form.metadata)
        world.tell('customer.subscription.updated', one, before)
        if (form.proration_behavior === 'always_invoice' && form.items) {
            const invoice = draft(world.find('customer', one.customer), { currency: one.currency, reason: 'subscription_update', subscription: one })
            one.latest_invoice = invoice.id
            finalize(invoice)
            if (invoice.status === 'open') pay(invoice)
        }
        return one
    }

    const end = (one) => {
        Object.assign(one, { status: 'canceled', ended_at: world.now, canceled_at: one.canceled_at ?? world.now })
        one.cancellation_details.reason ??= 'cancellation_requested'
        world.tell('customer.subscription.deleted', one)
        return one
    }

    const endTrial = (one) => {
        one.trial_end = world.now
        one.billing_cycle_anchor = world.now
        one.status = 'active'
        setPeriod(one, world.now, ends(world.now, world.now, one.items.data[0].price.recurring))
        invoicePeriod(one, 'subscription_cycle')
    }

    return {
        subscribe,
        pay,
        /** Puts the clock forward, and does what falls due on the way, in its order. */
        advance(to) {
            const due = (one) => (one.cancel_at_period_end || one.status !== 'canceled' ? periodOf(one)[1] : Infinity)
            const warned = (one) => (one.status === 'trialing' && !one.warned ? one.trial_end - 3 * 86_400 : Infinity)
            const set = (at) => (world.ahead += at - world.now)
            for (;;) {
                const [next] = world.all('subscription', (one) => one.status !== 'canceled').flatMap((one) => [{ at: warned(one), one, what: 'warn' }, { at: due(one), one, what: 'renew' }]).filter(({ at }) => at <= to).sort((a, b) => a.at - b.at)
                if (!next) break
                set(Math.max(next.at, world.now))
                const { one } = next
                if (next.what === 'warn') {
                    Object.defineProperty(one, 'warned', { value: true, configurable: true })
                    world.tell('customer.subscription.trial_will_end', one)
                } else if (one.cancel_at_period_end) end(one)
                else if (one.status === 'trialing') {
                    endTrial(one)
                    world.tell('customer.subscription.updated', one, { status: 'trialing' })
                } else {
                    const [start, until] = periodOf(one)
                    setPeriod(one, until, ends(until, one.billing_cycle_anchor, one.items.data[0].price.recurring))
                    world.tell('customer.subscription.updated', one, { items: { data: [{ current_period_start: start, current_period_end: until }] } })
                    invoicePeriod(one, 'subscription_cycle')
                }
            }
            set(Math.max(to, world.now))
        },
        routes: {
            'POST products': ({ form }) => (needed(form, 'name'), world.make('prod', 'product', { name: form.name, active: form.active === undefined || truth(form.active), description: form.description ?? null, metadata: described({}, form.metadata), default_price: null })),
            'GET products/:id': ({ id }) => world.find('product', id),
            'GET products': ({ query, url }) => world.page(url, 'product', query),
            'POST products/:id': ({ id, form }) => Object.assign(world.find('product', id), form.name && { name: form.name }, form.active !== undefined && { active: truth(form.active) }, { metadata: described(world.find('product', id).metadata, form.metadata) }),
            'POST prices': ({ form }) => {
                needed(form, 'currency', 'unit_amount')
                const product = form.product ? world.find('product', form.product, 'product') : world.make('prod', 'product', { name: form.product_data?.name ?? '', active: true, description: null, metadata: {} })
                return world.make('price', 'price', { active: true, billing_scheme: 'per_unit', currency: form.currency.toLowerCase(), lookup_key: form.lookup_key ?? null, metadata: described({}, form.metadata), nickname: form.nickname ?? null, product: product.id, recurring: form.recurring ? { interval: form.recurring.interval, interval_count: Number(form.recurring.interval_count ?? 1), meter: null, usage_type: 'licensed' } : null, type: form.recurring ? 'recurring' : 'one_time', unit_amount: number(form.unit_amount, 'unit_amount'), unit_amount_decimal: String(form.unit_amount) })
            },
            'GET prices/:id': ({ id }) => world.find('price', id),
            'GET prices': ({ query, url }) => world.page(url, 'price', query, (one) => (query.product === undefined || one.product === query.product) && (query.active === undefined || one.active === truth(query.active))),
            'POST prices/:id': ({ id, form }) => Object.assign(world.find('price', id), form.active !== undefined && { active: truth(form.active) }, form.nickname !== undefined && { nickname: form.nickname }),
            'POST subscriptions': ({ form }) => subscribe(form),
            'GET subscriptions/:id': ({ id }) => world.find('subscription', id),
            'GET subscriptions': ({ query, url }) => world.page(url, 'subscription', query, (one) => (query.customer === undefined || one.customer === query.customer) && (query.status === 'all' || (query.status ? one.status === query.status : one.status !== 'canceled'))),
            'POST subscriptions/:id': ({ id, form }) => change(world.find('subscription', id), form),
            'DELETE subscriptions/:id': ({ id }) => {
                const one = world.find('subscription', id)
                if (one.status === 'canceled') throw new Refused(404, 'invalid_request_error', `No such subscription: '${id}'`, { code: 'resource_missing', param: 'id' })
                return end(one)
            },
            'POST invoiceitems': ({ form }) => {
                needed(form, 'customer', 'amount', 'currency')
                const made = world.make('ii', 'invoiceitem', { amount: number(form.amount, 'amount'), currency: form.currency.toLowerCase(), customer: world.find('customer', form.customer, 'customer').id, description: form.description ?? null, invoice: form.invoice ?? null, proration: false, quantity: 1, period: { start: world.now, end: world.now }, metadata: described({}, form.metadata) })
                if (made.invoice) {
                    const invoice = world.find('invoice', made.invoice, 'invoice')
                    invoice.lines.data.push(line(invoice, made))
                    summed(invoice)
                }
                return made
            },
            'POST invoices': ({ form }) => (needed(form, 'customer'), draft(world.find('customer', form.customer, 'customer'), { currency: (form.currency ?? 'usd').toLowerCase(), reason: 'manual', more: { auto_advance: truth(form.auto_advance), collection_method: form.collection_method ?? 'charge_automatically', description: form.description ?? null, metadata: described({}, form.metadata) } })),
            'GET invoices/:id': ({ id }) => world.find('invoice', id),
            'GET invoices': ({ query, url }) => world.page(url, 'invoice', query, (one) => (query.customer === undefined || one.customer === query.customer) && (query.status === undefined || one.status === query.status) && (query.subscription === undefined || subscriptionOf(one)?.id === query.subscription)),
            'POST invoices/:id/finalize': ({ id }) => finalize(world.find('invoice', id)),
            'POST invoices/:id/pay': ({ id, form }) => pay(world.find('invoice', id), form, form.off_session === undefined || truth(form.off_session)),
            'POST invoices/:id/void': ({ id }) => {
                const one = world.find('invoice', id)
                if (one.status !== 'open' && one.status !== 'uncollectible') throw invalid(`You can only void open or uncollectible invoices; this one is ${one.status}.`, undefined, 'invoice_not_editable')
                one.status = 'void'
                one.status_transitions.voided_at = world.now
                world.tell('invoice.voided', one)
                return one
            },
            'GET invoices/:id/lines': ({ id, url }) => list(url, world.find('invoice', id).lines.data),
            'POST invoices/:id/mark_uncollectible': ({ id }) => {
                const one = world.find('invoice', id)
                if (one.status !== 'open') throw invalid(`You can only mark open invoices as uncollectible; this one is ${one.status}.`, undefined, 'invoice_not_editable')
                one.status = 'uncollectible'
                one.status_transitions.marked_uncollectible_at = world.now
                world.tell('invoice.marked_uncollectible', one)
                return one
            },
            'POST tax_rates': ({ form }) => (needed(form, 'display_name', 'percentage', 'inclusive'), world.make('txr', 'tax_rate', { active: true, country: null, description: null, display_name: form.display_name, inclusive: truth(form.inclusive), percentage: Number(form.percentage), effective_percentage: Number(form.percentage), metadata: described({}, form.metadata) })),
            'GET tax_rates/:id': ({ id }) => world.find('tax_rate', id),
            'GET invoice_payments': ({ query, url }) => world.page(url, 'invoice_payment', query, (one) => (query.invoice === undefined || one.invoice === query.invoice) && (query.payment?.payment_intent === undefined || one.payment.payment_intent === query.payment.payment_intent)),
        },
    }
}
