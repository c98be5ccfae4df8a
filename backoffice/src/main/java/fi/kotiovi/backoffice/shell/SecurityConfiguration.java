package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Everything is closed except the sign-in page, its files, and whether the site is alive. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health", "/office.css", "/icon.svg", "/calendar/*")
                .permitAll());
        // An address that leads nowhere reaches our own page that says so, instead of an empty refusal.
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginView.class)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(form -> form.failureHandler((request, response, failure) ->
                response.sendRedirect(request.getContextPath() + "/login?" + reason(failure))));
        return http.build();
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case LockedException _ -> LoginView.THROTTLED;
            case BadCredentialsException _ -> LoginView.WRONG;
            default -> LoginView.UNAVAILABLE;
        };
    }
}
