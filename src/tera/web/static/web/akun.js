// Account pages: show or hide a password, and passkeys through allauth's own functions.
(function () {
  'use strict'

  const TEKS = document.documentElement.lang === 'en'
    ? { tampil: 'Show', sembunyi: 'Hide' }
    : { tampil: 'Tampilkan', sembunyi: 'Sembunyikan' }

  function pasangSandi (kolom) {
    const bingkai = document.createElement('span')
    bingkai.className = 'akun-sandi'
    kolom.replaceWith(bingkai)
    const tombol = document.createElement('button')
    tombol.type = 'button'
    tombol.textContent = TEKS.tampil
    tombol.setAttribute('aria-pressed', 'false')
    tombol.setAttribute('aria-controls', kolom.id)
    bingkai.append(kolom, tombol)
    tombol.addEventListener('click', function () {
      const tampil = kolom.type === 'password'
      kolom.type = tampil ? 'text' : 'password'
      tombol.textContent = tampil ? TEKS.sembunyi : TEKS.tampil
      tombol.setAttribute('aria-pressed', String(tampil))
    })
    // A password sent as text would be offered by the browser's memory of forms.
    if (kolom.form) kolom.form.addEventListener('submit', function () { kolom.type = 'password' })
  }

  function pasangPasskey (formulir) {
    if (!window.PublicKeyCredential || !window.allauth || !window.allauth.webauthn) return
    formulir.hidden = false
    const fungsi = window.allauth.webauthn.forms
    const kredensial = formulir.querySelector('input[name="credential"]')
    const ids = { credential: kredensial.id, data: formulir.dataset.webauthnData }
    if (formulir.dataset.webauthn === 'login') {
      fungsi.loginForm({ ids: { login: 'tombol-passkey', credential: kredensial.id } })
    } else if (formulir.dataset.webauthn === 'tambah') {
      const tanpaSandi = formulir.querySelector('input[name="passwordless"]')
      fungsi.addForm({ ids: { ...ids, add: 'tombol-passkey', passwordless: tanpaSandi && tanpaSandi.id } })
    } else {
      fungsi.authenticateForm({ ids: { ...ids, authenticate: 'tombol-passkey' } })
    }
    document.addEventListener('allauth.error', function (peristiwa) {
      const galat = formulir.querySelector('[data-webauthn-galat]')
      if (!galat) return
      peristiwa.preventDefault()
      galat.textContent = galat.dataset.pesan
      galat.hidden = false
    })
  }

  document.querySelectorAll('input[data-sandi]').forEach(pasangSandi)
  document.querySelectorAll('form[data-webauthn]').forEach(pasangPasskey)
})()
