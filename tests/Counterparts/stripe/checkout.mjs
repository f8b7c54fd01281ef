// Pages of the provider's own: checkout and the billing portal. Whoever completes them here does so by the control address.
import { described, invalid, needed, number } from './world.mjs'

export function checkout(world, payments, billing) {
    const session = (form) => {
        needed(form, 'mode')
        if (form.mode !== 'setup' && !form.line_items) throw invalid('You must provide line_items in payment and subscription mode.', 'line_items', 'parameter_missing')
        const items = (form.line_items ?? []).map((one) => ({ price: one.price ? world.find('price', one.price, 'line_items[0][price]') : null, data: one.price_data, quantity: number(one.quantity ?? '1', 'line_items[0][quantity]') }))
        const total = items.reduce((sum, one) => sum + one.quantity * (one.price?.unit_amount ?? Number(one.data?.unit_amount ?? 0)), 0)
        const made = world.make('cs_test', 'checkout.session', { amount_subtotal: total, amount_total: total, cancel_url: form.cancel_url ?? null, client_reference_id: form.client_reference_id ?? null, currency: form.currency ?? items[0]?.price?.currency ?? items[0]?.data?.currency ?? null, customer: form.customer ? world.find('customer', form.customer, 'customer').id : null, customer_email: form.customer_email ?? null, expires_at: world.now + 86_400, metadata: described({}, form.metadata), mode: form.mode, payment_intent: null, payment_status: form.mode === 'setup' ? 'no_payment_required' : 'unpaid', setup_intent: null, status: 'open', subscription: null, success_url: form.success_url ?? null })
        made.url = `https://checkout.example.test/c/pay/${made.id}`
        Object.defineProperty(made, 'wanted', { value: { items, form } })
        return made
    }

    return {
        /** Somebody pays on the page, with a card. */
        complete(id, card = 'pm_card_visa') {
            const one = world.find('checkout.session', id)
            if (one.status !== 'open') throw invalid(`This session is ${one.status}.`)
            const { items, form } = one.wanted
            one.customer ??= world.make('cus', 'customer', { name: null, email: one.customer_email, phone: null, description: null, address: null, balance: 0, metadata: {}, invoice_settings: { default_payment_method: null } }).id
            const method = payments.attach(card, one.customer)
            if (one.mode === 'subscription') one.subscription = billing.subscribe({ customer: one.customer, default_payment_method: method.id, items: items.map(({ price, quantity }) => ({ price: price.id, quantity: String(quantity) })), ...form.subscription_data }).id
            if (one.mode === 'payment') one.payment_intent = payments.intend({ amount: String(one.amount_total), currency: one.currency, customer: one.customer, payment_method: method.id, confirm: 'true', ...form.payment_intent_data }).id
            if (one.mode === 'setup') one.setup_intent = world.make('seti', 'setup_intent', { customer: one.customer, payment_method: method.id, status: 'succeeded', usage: 'off_session', metadata: described({}, form.setup_intent_data?.metadata) }).id
            Object.assign(one, { status: 'complete', payment_status: one.mode === 'setup' ? 'no_payment_required' : 'paid', url: null })
            world.tell('checkout.session.completed', one)
            return one
        },
        routes: {
            'POST checkout/sessions': ({ form }) => session(form),
            'GET checkout/sessions/:id': ({ id }) => world.find('checkout.session', id),
            'POST checkout/sessions/:id/expire': ({ id }) => {
                const one = world.find('checkout.session', id)
                if (one.status !== 'open') throw invalid(`Only Checkout Sessions with a status in ["open"] can be expired. This one is ${one.status}.`)
                Object.assign(one, { status: 'expired', url: null })
                world.tell('checkout.session.expired', one)
                return one
            },
            'POST billing_portal/sessions': ({ form }) => {
                needed(form, 'customer')
                const made = world.make('bps', 'billing_portal.session', { configuration: 'bpc_test', customer: world.find('customer', form.customer, 'customer').id, flow: null, locale: null, return_url: form.return_url ?? null })
                made.url = `https://billing.example.test/p/session/${made.id}`
                return made
            },
        },
    }
}
