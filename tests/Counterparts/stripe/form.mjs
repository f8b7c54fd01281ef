// The forms that clients of the API send: `items[0][price]=p&metadata[a]=b`.

/** Nested objects and lists of a form's pairs. */
export function readForm(text) {
    const root = {}
    for (const [name, value] of new URLSearchParams(text)) {
        const path = name.match(/[^[\]]+|\[\]/g) ?? []
        let at = root
        path.forEach((step, depth) => {
            const key = step === '[]' ? Object.keys(at).length : step
            if (depth === path.length - 1) at[key] = value
            else at = at[key] ??= {}
        })
    }
    return listed(root)
}

/** What has 0, 1, 2 … for names is a list. */
function listed(value) {
    if (typeof value !== 'object') return value
    const names = Object.keys(value)
    for (const name of names) value[name] = listed(value[name])
    return names.length > 0 && names.every((name, at) => name === String(at)) ? Object.values(value) : value
}
